import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Give the workflows of production a random key.',
    example: stringify({
      steps: [
        {
          id: 'secret',
          name: 'Make the session key',
          action: 'fabrique:github:secret:ensure',
          input: {
            name: 'domifa',
            environment: 'production',
            generate: ['SESSION_KEY'],
          },
        },
      ],
    }),
  },
  {
    description:
      'Give all workflows of a repository a token that the person typed into a secret field.',
    example: stringify({
      steps: [
        {
          id: 'secret',
          name: 'Keep the token of the partner',
          action: 'fabrique:github:secret:ensure',
          input: {
            name: 'domifa',
            values: { PARTNER_TOKEN: '${{ secrets.partnerToken }}' },
          },
        },
      ],
    }),
  },
];
