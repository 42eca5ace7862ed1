import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Give the product a folder, shared with its team.',
    example: stringify({
      steps: [
        {
          id: 'folder',
          name: 'Create the shared folder',
          action: 'fabrique:nextcloud:folder:ensure',
          input: { name: 'mon-app', groups: ['domifa'] },
        },
      ],
    }),
  },
  {
    description: 'Choose where the folder is.',
    example: stringify({
      steps: [
        {
          id: 'folder',
          name: 'Create the shared folder',
          action: 'fabrique:nextcloud:folder:ensure',
          input: { name: 'mon-app', path: 'Produits/Mon application/Design' },
        },
      ],
    }),
  },
];
