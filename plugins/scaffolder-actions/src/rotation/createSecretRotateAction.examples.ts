import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const toExample = (description: string, input: object): TemplateExample => ({
  description,
  example: stringify({
    steps: [
      {
        id: 'rotate',
        name: 'Change the secret',
        action: 'fabrique:secret:rotate',
        input: { name: 'mon-app', environment: 'prod', ...input },
      },
    ],
  }),
});

export const examples = [
  toExample(
    'Change the password of a database; the one before it works until the next rotation.',
    {},
  ),
  toExample(
    'Take the password of before away, once what the rotation made is deployed.',
    { retire: true },
  ),
  toExample('Change the key of the storage account.', { what: 'storage' }),
];
