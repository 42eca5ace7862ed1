import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const toExample = (description: string, input: object): TemplateExample => ({
  description,
  example: stringify({
    steps: [
      {
        id: 'server',
        name: 'Create the Postgres server',
        action: 'fabrique:azure:postgres-server:ensure',
        input,
      },
    ],
  }),
});

export const examples: TemplateExample[] = [
  toExample('Create a small server for development and preproduction.', {
    name: 'mon-app',
    environments: ['dev', 'preprod'],
  }),
  toExample(
    'Create a server of production that one network reaches, and a group of Entra administers.',
    {
      name: 'mon-app',
      environments: ['prod'],
      size: 'medium',
      storageGb: 64,
      firewallRules: [
        {
          name: 'cluster-prod',
          startIpAddress: '20.74.14.77',
          endIpAddress: '20.74.14.77',
        },
      ],
      entraAdministrator: {
        objectId: '00000000-0000-4000-8000-0000000000f1',
        name: 'equipe-mon-app',
        type: 'Group',
      },
    },
  ),
];
