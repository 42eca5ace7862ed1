import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Ask the SRE team for something that no action makes.',
    example: stringify({
      steps: [
        {
          id: 'request',
          name: "Demander à l'équipe SRE",
          action: 'fabrique:sre:request',
          input: {
            name: 'domifa',
            title: 'Un nom de domaine : domifa.social.gouv.fr',
            description: 'Le service ouvre au public en mars.',
            labels: ['domaine'],
          },
        },
      ],
    }),
  },
  {
    description: 'Ask with the facts and with what is to be done.',
    example: stringify({
      steps: [
        {
          id: 'request',
          name: "Demander à l'équipe SRE",
          action: 'fabrique:sre:request',
          input: {
            name: 'domifa',
            title: 'Restaurer la base de préproduction',
            description: 'Une migration a vidé une table hier soir.',
            details: { Environnement: 'preprod', Pour: '2026-12-01' },
            plan: ['restaurer domifa_preprod à son état du 25 novembre'],
          },
        },
      ],
    }),
  },
];
