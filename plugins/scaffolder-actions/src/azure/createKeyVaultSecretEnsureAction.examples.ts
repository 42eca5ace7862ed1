import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const toExample = (description: string, input: object): TemplateExample => ({
  description,
  example: stringify({
    steps: [
      {
        id: 'secret',
        name: 'Keep the secret',
        action: 'fabrique:azure:key-vault-secret:ensure',
        input,
      },
    ],
  }),
});

export const examples: TemplateExample[] = [
  toExample('Make a random secret that nobody has to know.', {
    name: 'mon-app',
    environment: 'prod',
    secret: 'session',
  }),
  toExample('Keep a secret that somebody typed into the form.', {
    name: 'mon-app',
    environment: 'prod',
    secret: 'api-entreprise',
    value: '${{ secrets.token }}',
  }),
];
