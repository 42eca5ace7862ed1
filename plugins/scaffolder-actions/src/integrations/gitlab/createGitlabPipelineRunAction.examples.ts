import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Build the default branch again, and wait for the end.',
    example: stringify({
      steps: [
        {
          id: 'pipeline',
          name: 'Deploy again',
          action: 'fabrique:gitlab:pipeline:run',
          input: { name: 'mon-app' },
        },
      ],
    }),
  },
  {
    description: 'Ask the shared CI for a release, without waiting.',
    example: stringify({
      steps: [
        {
          id: 'release',
          name: 'Release',
          action: 'fabrique:gitlab:pipeline:run',
          input: {
            name: 'mon-app',
            ref: 'main',
            variables: { TRIGGER: 'RELEASE' },
            wait: false,
          },
        },
      ],
    }),
  },
];
