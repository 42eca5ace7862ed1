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
  {
    description:
      'Create a container of which everybody may read the files, which are deleted after a year, for an application that signs in as itself.',
    example: stringify({
      steps: [
        {
          id: 'blob',
          name: 'Create the storage',
          action: 'fabrique:azure:blob:ensure',
          input: {
            name: 'mon-app',
            environments: ['prod'],
            publicAccess: 'files',
            lifecycle: { coolAfterDays: 30, deleteAfterDays: 365 },
            credentials: 'none',
          },
        },
      ],
    }),
  },
];
