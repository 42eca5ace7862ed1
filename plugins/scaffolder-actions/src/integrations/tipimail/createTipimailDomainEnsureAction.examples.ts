import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description:
      'Send messages from the host of the application in production.',
    example: stringify({
      steps: [
        {
          id: 'tipimail',
          name: 'Declare the sending domain',
          action: 'fabrique:tipimail:domain:ensure',
          input: { name: 'mon-app' },
        },
      ],
    }),
  },
  {
    description: 'Send messages from a domain of its own.',
    example: stringify({
      steps: [
        {
          id: 'tipimail',
          name: 'Declare the sending domain',
          action: 'fabrique:tipimail:domain:ensure',
          input: {
            name: 'mon-app',
            domain: 'mon-app.gouv.fr',
            email: 'equipe@mon-app.gouv.fr',
          },
        },
      ],
    }),
  },
];
