import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Create a repository and push the workspace to it.',
    example: stringify({
      steps: [
        {
          id: 'github',
          name: 'Create the GitHub repository',
          action: 'fabrique:github:repo:ensure',
          input: {
            name: 'mon-app',
            owner: 'group:default/domifa',
            description: 'Une application de la Fabrique',
            topics: ['nextjs', 'dsfr'],
          },
        },
      ],
    }),
  },
  {
    description: 'Push one folder of the workspace only.',
    example: stringify({
      steps: [
        {
          id: 'github',
          name: 'Create the GitHub repository',
          action: 'fabrique:github:repo:ensure',
          input: {
            name: 'mon-app-api',
            owner: 'group:default/domifa',
            sourcePath: 'api',
          },
        },
      ],
    }),
  },
];
