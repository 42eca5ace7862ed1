import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description:
      'Create a database for every environment, with two extensions.',
    example: stringify({
      steps: [
        {
          id: 'postgres',
          name: 'Create the databases',
          action: 'fabrique:azure:postgres:ensure',
          input: {
            name: 'mon-app',
            environments: ['dev', 'preprod', 'prod'],
            extensions: ['pgcrypto', 'unaccent'],
          },
        },
      ],
    }),
  },
  {
    description: 'Create a database for development only.',
    example: stringify({
      steps: [
        {
          id: 'postgres',
          name: 'Create the database',
          action: 'fabrique:azure:postgres:ensure',
          input: { name: 'mon-app', environments: ['dev'] },
        },
      ],
    }),
  },
];
