import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: "Write the shared CI of the portal's own generation.",
    example: stringify({
      steps: [
        {
          id: 'ci',
          name: 'Write the shared CI',
          action: 'fabrique:ci:shared:write',
          input: {},
        },
      ],
    }),
  },
  {
    description: 'Pin an older version of the shared CI.',
    example: stringify({
      steps: [
        {
          id: 'ci',
          name: 'Write the shared CI',
          action: 'fabrique:ci:shared:write',
          input: { preset: 'gen1-azure', sharedCiRef: 'v23.2.0' },
        },
      ],
    }),
  },
  {
    description: 'Write the GitHub workflows of generation 2.',
    example: stringify({
      steps: [
        {
          id: 'ci',
          name: 'Write the shared CI',
          action: 'fabrique:ci:shared:write',
          input: { preset: 'gen2-ovh' },
        },
      ],
    }),
  },
];
