import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Create the Sentry project of a Next.js application.',
    example: stringify({
      steps: [
        {
          id: 'sentry',
          name: 'Create the Sentry project',
          action: 'fabrique:sentry:project:ensure',
          input: { name: 'mon-app', owner: 'group:default/domifa' },
        },
      ],
    }),
  },
  {
    description: 'Create the Sentry project of an API.',
    example: stringify({
      steps: [
        {
          id: 'sentry',
          name: 'Create the Sentry project',
          action: 'fabrique:sentry:project:ensure',
          input: {
            name: 'mon-app-api',
            owner: 'group:default/domifa',
            platform: 'node-express',
          },
        },
      ],
    }),
  },
];
