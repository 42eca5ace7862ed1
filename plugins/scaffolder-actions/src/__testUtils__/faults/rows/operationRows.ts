import { ActionRow } from '../ActionRow';

const toUrl = (name: string) => `https://${name}.fabrique.social.gouv.fr`;
const closedPulls = {
  '/documents/github-repositories/socialgouv/upptime/pullRequests':
    'GitHub keeps pull requests that were closed',
};

/** Actions of Grafana, UppTime, the clusters and the SRE team, and rotations. */
export const operationRows: ActionRow[] = [
  {
    action: 'fabrique:grafana:folder:ensure',
    input: name => ({ name }),
  },
  {
    action: 'fabrique:grafana:dashboard:ensure',
    input: name => ({ name }),
  },
  {
    action: 'fabrique:grafana:alert-rule:ensure',
    input: name => ({
      name,
      environment: 'prod',
      id: 'restarts',
      title: 'Redémarrages',
      expression: 'sum(increase(restarts[15m]))',
      above: 3,
    }),
  },
  {
    action: 'fabrique:sentry:team:ensure',
    input: name => ({ name, owner: 'group:default/nouvelle-equipe' }),
  },
  {
    action: 'fabrique:upptime:site:ensure',
    input: name => ({ name, url: toUrl(name) }),
    stays: closedPulls,
  },
  {
    action: 'fabrique:kubernetes:namespace:ensure',
    input: name => ({ name, environment: 'prod', quota: { pods: 5 } }),
  },
  {
    action: 'fabrique:kubernetes:apply',
    before: name => [
      ['fabrique:kubernetes:namespace:ensure', { name, environment: 'prod' }],
    ],
    input: name => ({
      name,
      environment: 'prod',
      manifests: [
        {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'reglages' },
          data: { LANGUE: 'fr' },
        },
      ],
    }),
  },
  {
    action: 'fabrique:sre:request',
    input: name => ({
      name,
      title: `Un quota pour ${name}`,
      description: 'Il en faut plus.',
    }),
    stays: {
      '/documents/github-repositories/socialgouv/support/issues':
        'GitHub keeps issues that were closed',
    },
  },
  {
    action: 'fabrique:secret:rotate',
    before: name => [
      ['fabrique:azure:postgres:ensure', { name, environments: ['prod'] }],
    ],
    input: name => ({ name, environment: 'prod' }),
  },
];
