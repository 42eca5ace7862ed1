import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Mirror a repository of GitHub.',
    example: stringify({
      steps: [
        {
          id: 'gitlab',
          name: 'Create the GitLab mirror',
          action: 'fabrique:gitlab:mirror:ensure',
          input: { name: 'mon-app' },
        },
      ],
    }),
  },
  {
    description:
      'Have GitHub push, where GitLab has no pull mirrors, and prune what GitHub no longer has.',
    example: stringify({
      steps: [
        {
          id: 'gitlab',
          name: 'Create the GitLab mirror',
          action: 'fabrique:gitlab:mirror:ensure',
          input: { name: 'mon-app-pushed', mode: 'push' },
        },
      ],
    }),
  },
  {
    description: 'Give a large repository ten minutes for its first fetch.',
    example: stringify({
      steps: [
        {
          id: 'gitlab',
          name: 'Create the GitLab mirror',
          action: 'fabrique:gitlab:mirror:ensure',
          input: { name: 'mon-app', timeLimitSeconds: 600 },
        },
      ],
    }),
  },
];
