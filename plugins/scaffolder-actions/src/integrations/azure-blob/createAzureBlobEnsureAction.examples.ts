import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Create a container for every environment.',
    example: stringify({
      steps: [
        {
          id: 'blob',
          name: 'Create the storage',
          action: 'fabrique:azure:blob:ensure',
          input: {
            name: 'mon-app',
            environments: ['dev', 'preprod', 'prod'],
          },
        },
      ],
    }),
  },
  {
    description: 'Create a container for production only.',
    example: stringify({
      steps: [
        {
          id: 'blob',
          name: 'Create the storage',
          action: 'fabrique:azure:blob:ensure',
          input: { name: 'mon-app', environments: ['prod'] },
        },
      ],
    }),
  },
];
