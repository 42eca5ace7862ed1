import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Let the application send messages, with sealed credentials.',
    example: stringify({
      steps: [
        {
          id: 'smtp',
          name: 'Make the keys for sending',
          action: 'fabrique:tipimail:api-key:ensure',
          input: { name: 'mon-app', environments: ['preprod', 'prod'] },
        },
      ],
    }),
  },
  {
    description: 'Keep the credentials in variables of GitLab.',
    example: stringify({
      steps: [
        {
          id: 'smtp',
          name: 'Make the key for sending',
          action: 'fabrique:tipimail:api-key:ensure',
          input: {
            name: 'mon-app',
            environments: ['prod'],
            sender: 'contact@mon-app.gouv.fr',
            sink: 'gitlab-variable',
          },
        },
      ],
    }),
  },
];
