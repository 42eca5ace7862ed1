import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Give the product an address that its team answers.',
    example: stringify({
      steps: [
        {
          id: 'mailbox',
          name: 'Create the mailbox',
          action: 'fabrique:office365:mailbox:ensure',
          input: {
            name: 'mon-app',
            owners: ['camille.martin@fabrique.social.gouv.fr'],
          },
        },
      ],
    }),
  },
  {
    description: 'Choose the address and the name that people see.',
    example: stringify({
      steps: [
        {
          id: 'mailbox',
          name: 'Create the mailbox',
          action: 'fabrique:office365:mailbox:ensure',
          input: {
            name: 'mon-app',
            address: 'support.mon-app',
            title: 'Support de Mon application',
            owners: ['camille.martin@fabrique.social.gouv.fr'],
          },
        },
      ],
    }),
  },
];
