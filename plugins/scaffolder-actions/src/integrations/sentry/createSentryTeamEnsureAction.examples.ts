import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const toExample = (description: string, owner: string): TemplateExample => ({
  description,
  example: stringify({
    steps: [
      {
        id: 'team',
        name: 'Create the Sentry team',
        action: 'fabrique:sentry:team:ensure',
        input: { name: 'mon-app', owner },
      },
    ],
  }),
});

export const examples = [
  toExample(
    'Make sure that a team has its place in Sentry.',
    'group:default/domifa',
  ),
  toExample('The same for a team whose name stands alone.', 'ghosts'),
];
