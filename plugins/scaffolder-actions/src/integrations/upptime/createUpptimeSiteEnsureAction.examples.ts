import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Have UppTime watch the production of an application.',
    example: stringify({
      steps: [
        {
          id: 'upptime',
          name: 'Watch the site',
          action: 'fabrique:upptime:site:ensure',
          input: {
            name: 'mon-app',
            url: 'https://mon-app.fabrique.social.gouv.fr',
          },
        },
      ],
    }),
  },
  {
    description:
      'Watch a page behind a login, which answers 401 when it is up.',
    example: stringify({
      steps: [
        {
          id: 'upptime',
          name: 'Watch the site',
          action: 'fabrique:upptime:site:ensure',
          input: {
            name: 'mon-app',
            title: 'Administration de mon application',
            url: 'https://admin.mon-app.fabrique.social.gouv.fr',
            expectedStatusCodes: [401],
          },
        },
      ],
    }),
  },
];
