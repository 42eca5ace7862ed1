import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Make a secret that only the pipelines know.',
    example: stringify({
      steps: [
        {
          id: 'token',
          name: 'Make the token',
          action: 'fabrique:gitlab:variable:ensure',
          input: { name: 'mon-app', key: 'WEBHOOK_TOKEN' },
        },
      ],
    }),
  },
  {
    description: 'Set what somebody typed in, for production.',
    example: stringify({
      steps: [
        {
          id: 'key',
          name: 'Set the key of the partner',
          action: 'fabrique:gitlab:variable:ensure',
          input: {
            name: 'mon-app',
            key: 'PARTNER_KEY',
            value: '${{secrets.partnerKey}}',
            environment: 'prod',
          },
        },
      ],
    }),
  },
  {
    description: 'Set something that is no secret.',
    example: stringify({
      steps: [
        {
          id: 'locale',
          name: 'Set the time zone of the jobs',
          action: 'fabrique:gitlab:variable:ensure',
          input: {
            name: 'mon-app',
            key: 'TZ',
            value: 'Europe/Paris',
            masked: false,
          },
        },
      ],
    }),
  },
];
