import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Check the name of a new application and compute all others.',
    example: stringify({
      steps: [
        {
          id: 'names',
          name: 'Compute names',
          action: 'fabrique:names:compute',
          input: { name: 'mon-app', owner: 'group:default/domifa' },
        },
      ],
    }),
  },
  {
    description: 'Compute the names that an application has on OVH.',
    example: stringify({
      steps: [
        {
          id: 'names',
          name: 'Compute names',
          action: 'fabrique:names:compute',
          input: {
            name: 'mon-app',
            owner: 'group:default/domifa',
            preset: 'gen2-ovh',
          },
        },
      ],
    }),
  },
];
