import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const toExample = (description: string, input: object): TemplateExample => ({
  description,
  example: stringify({
    steps: [
      {
        id: 'account',
        name: 'Create the storage account',
        action: 'fabrique:azure:storage-account:ensure',
        input,
      },
    ],
  }),
});

export const examples: TemplateExample[] = [
  toExample('Create the accounts of all environments.', {
    name: 'mon-app',
    environments: ['dev', 'preprod', 'prod'],
  }),
  toExample(
    'Create the account of production, without keys, to which another site uploads too.',
    {
      name: 'mon-app',
      environments: ['prod'],
      corsOrigins: ['https://depot.mon-app.fr'],
      softDeleteDays: 90,
      accountKey: false,
    },
  ),
];
