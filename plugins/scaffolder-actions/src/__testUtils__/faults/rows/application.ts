import { JsonObject } from '@backstage/types';
import { stringify } from 'yaml';

/** The team of all applications. */
export const owner = 'group:default/domifa';

/** One is enough: the others are made by the same calls. */
export const environments = ['dev'];

/** Files of an application. */
export const files = (name: string) => ({
  'README.md': `# ${name}\n`,
  'catalog-info.yaml': stringify({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name },
    spec: { type: 'website', lifecycle: 'experimental', owner },
  }),
});

/** The repository of an application, as another task made it. */
export const repository = (name: string): [string, JsonObject] => [
  'fabrique:github:repo:ensure',
  { name, owner },
];

/** Its mirror. */
export const mirror = (name: string): [string, JsonObject] => [
  'fabrique:gitlab:mirror:ensure',
  { name },
];

/** Files of an application whose mirror has pipelines. */
export const withPipeline = (name: string) => ({
  ...files(name),
  '.gitlab-ci.yml': stringify({
    include: [
      {
        project: 'SocialGouv/gitlab-ci-yml',
        file: '/autodevops.yml',
        ref: 'v23.3.4',
      },
    ],
  }),
});
