import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Propose all files of the workspace to an application.',
    example: stringify({
      steps: [
        {
          id: 'propose',
          name: 'Open the pull request',
          action: 'fabrique:github:pull-request:ensure',
          input: {
            name: 'domifa',
            branch: 'fabrique/base-de-donnees',
            title: 'feat: ajoute une base de données',
            description:
              'Le secret scellé et les annotations de la nouvelle base.',
          },
        },
      ],
    }),
  },
  {
    description: 'Propose one folder of the workspace.',
    example: stringify({
      steps: [
        {
          id: 'propose',
          name: 'Open the pull request',
          action: 'fabrique:github:pull-request:ensure',
          input: {
            name: 'domifa',
            branch: 'fabrique/api',
            title: 'feat: ajoute une API',
            sourcePath: 'api',
          },
        },
      ],
    }),
  },
];
