import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Link an application to its Sentry project.',
    example: stringify({
      steps: [
        {
          id: 'annotate',
          name: 'Link the Sentry project',
          action: 'fabrique:catalog:annotate',
          input: {
            name: 'domifa',
            annotations: { 'sentry.io/project-slug': 'incubateur/domifa' },
          },
        },
      ],
    }),
  },
  {
    description: 'Annotate one entity of a file that describes several.',
    example: stringify({
      steps: [
        {
          id: 'annotate',
          name: 'Link the Matomo site',
          action: 'fabrique:catalog:annotate',
          input: {
            name: 'domifa',
            entityRef: 'component:domifa',
            annotations: { 'matomo.io/site-id': '61' },
          },
        },
      ],
    }),
  },
];
