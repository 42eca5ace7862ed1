import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description:
      'Seal a secret that nobody has seen: a random key for sessions, different in each environment.',
    example: stringify({
      steps: [
        {
          id: 'seal',
          name: 'Seal the session key',
          action: 'fabrique:sealed-secret:write',
          input: {
            name: 'domifa',
            environments: ['dev', 'prod'],
            secretName: 'session',
            generate: ['SESSION_KEY'],
          },
        },
      ],
    }),
  },
  {
    description: 'Seal a key that the person typed into a secret field.',
    example: stringify({
      steps: [
        {
          id: 'seal',
          name: 'Seal the key of the partner',
          action: 'fabrique:sealed-secret:write',
          input: {
            name: 'domifa',
            environments: ['prod'],
            secretName: 'partner',
            values: { PARTNER_KEY: '${{ secrets.partnerKey }}' },
          },
        },
      ],
    }),
  },
];
