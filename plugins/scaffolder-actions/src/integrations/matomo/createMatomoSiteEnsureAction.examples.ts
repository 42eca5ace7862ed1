import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Count the visits of a new application.',
    example: stringify({
      steps: [
        {
          id: 'matomo',
          name: 'Create the Matomo site',
          action: 'fabrique:matomo:site:ensure',
          input: {
            name: 'mon-app',
            url: 'https://mon-app.fabrique.social.gouv.fr',
          },
        },
      ],
    }),
  },
  {
    description:
      'Count the visits of the address that the names step computed.',
    example: stringify({
      steps: [
        {
          id: 'matomo',
          name: 'Create the Matomo site',
          action: 'fabrique:matomo:site:ensure',
          input: {
            name: 'mon-app',
            url: 'https://mon-app.prod2.fabrique.social.gouv.fr',
            exemption: true,
          },
        },
      ],
    }),
  },
];
