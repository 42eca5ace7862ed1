import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Create a web application with everything that it needs.',
    example: stringify({
      steps: [
        {
          id: 'app',
          name: "Create the application's resources",
          action: 'fabrique:app:ensure',
          input: {
            name: 'mon-app',
            owner: 'group:default/domifa',
            description: 'Une application',
            environments: ['dev', 'preprod', 'prod'],
            extensions: ['pgcrypto'],
            topics: ['dsfr'],
            wants: {
              sentry: true,
              matomo: true,
              postgres: true,
              blob: true,
              repository: true,
              mirror: true,
            },
          },
        },
      ],
    }),
  },
  {
    description:
      'Have GitHub push to GitLab, where that has no pull mirrors, and prune what GitHub no longer has.',
    example: stringify({
      steps: [
        {
          id: 'app',
          name: 'Create the repository and its mirror',
          action: 'fabrique:app:ensure',
          input: {
            name: 'mon-app-pushed',
            owner: 'group:default/domifa',
            environments: ['prod'],
            wants: { repository: true, mirror: { mode: 'push' } },
          },
        },
      ],
    }),
  },
  {
    description: 'Add what its people write to each other with.',
    example: stringify({
      steps: [
        {
          id: 'app',
          name: 'Create mail and folder',
          action: 'fabrique:app:ensure',
          input: {
            name: 'mon-app',
            owner: 'group:default/domifa',
            environments: ['prod'],
            contacts: ['camille.martin@fabrique.social.gouv.fr'],
            wants: {
              senderDomain: true,
              mail: true,
              folder: true,
              mailbox: true,
            },
          },
        },
      ],
    }),
  },
  {
    description: 'Add Sentry to an application that exists.',
    example: stringify({
      steps: [
        {
          id: 'app',
          name: 'Watch the errors',
          action: 'fabrique:app:ensure',
          input: {
            name: 'mon-app',
            owner: 'group:default/domifa',
            environments: ['prod'],
            wants: { sentry: true },
          },
        },
      ],
    }),
  },
];
