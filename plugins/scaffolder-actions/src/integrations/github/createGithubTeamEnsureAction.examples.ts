import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Make sure that the team of an application exists in GitHub.',
    example: stringify({
      steps: [
        {
          id: 'team',
          name: 'Create the GitHub team',
          action: 'fabrique:github:team:ensure',
          input: { name: 'domifa', owner: 'group:default/domifa' },
        },
      ],
    }),
  },
  {
    description: 'Make it with its first people.',
    example: stringify({
      steps: [
        {
          id: 'team',
          name: 'Create the GitHub team',
          action: 'fabrique:github:team:ensure',
          input: {
            name: 'domifa',
            owner: 'group:default/ghosts',
            members: ['camille-martin'],
          },
        },
      ],
    }),
  },
];
