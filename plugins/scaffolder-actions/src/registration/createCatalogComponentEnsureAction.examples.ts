import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Register an application whose repository was made before.',
    example: stringify({
      steps: [
        {
          id: 'register',
          name: 'Register the application',
          action: 'fabrique:catalog:component:ensure',
          input: {
            entityRef: 'component:default/in-catalog',
            catalogInfoUrl:
              'https://github.com/SocialGouv/in-catalog/blob/main/catalog-info.yaml',
          },
        },
      ],
    }),
  },
  {
    description: 'Register a component by its name alone.',
    example: stringify({
      steps: [
        {
          id: 'register',
          name: 'Register the application',
          action: 'fabrique:catalog:component:ensure',
          input: {
            entityRef: 'in-catalog',
            catalogInfoUrl:
              'https://github.com/SocialGouv/in-catalog/blob/main/catalog-info.yaml',
          },
        },
      ],
    }),
  },
];
