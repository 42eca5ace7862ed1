import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const toExample = (description: string, input: object): TemplateExample => ({
  description,
  example: stringify({
    steps: [
      {
        id: 'group',
        name: 'Create the resource group',
        action: 'fabrique:azure:resource-group:ensure',
        input,
      },
    ],
  }),
});

export const examples: TemplateExample[] = [
  toExample('Create the resource group of an application.', {
    name: 'mon-app',
  }),
  toExample('Create one with a name of its own, in another region.', {
    name: 'mon-app',
    resourceGroup: 'mon-app-archives',
    location: 'francesouth',
  }),
];
