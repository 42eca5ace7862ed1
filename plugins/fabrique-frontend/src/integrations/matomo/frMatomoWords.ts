import { frMatomoVerdictWords } from '@socialgouv/backstage-plugin-fabrique-common';
import { toVerdictMessages } from '../../translation/toVerdictMessages';

/** French of `matomoWords`. */
export const frMatomoWords = {
  ...toVerdictMessages('matomo', frMatomoVerdictWords),
  'matomo.thing': 'Le {{name}} de Matomo',
  'matomo.access': 'au {{name}} de Matomo',
  'matomo.visits_zero': 'aucune visite en 7 jours',
  'matomo.visits_one': '{{count, number}} visite en 7 jours',
  'matomo.visits_other': '{{count, number}} visites en 7 jours',
  'matomo.today_zero': "aucune aujourd'hui",
  'matomo.today_one': "{{count, number}} aujourd'hui",
  'matomo.today_other': "{{count, number}} aujourd'hui",
  'matomo.change': "{{change}} par rapport à la semaine d'avant",
  'matomo.bounce': "{{percent}} de visites d'une seule page",
  'matomo.goal': '{{name}} : {{conversions, number}}',
  'matomo.chart': 'Visites par jour sur 30 jours',
  'matomo.range': 'par jour sur 30 jours',
  'matomo.value': 'Visites',
  'matomo.rows': 'Pages les plus visitées sur 30 jours',
  'matomo.pageVisits_one': '{{count, number}} visite',
  'matomo.pageVisits_other': '{{count, number}} visites',
  'matomo.exemption.label': 'exemption CNIL, reste à corriger : {{checks}}',
  'matomo.exemption.ecommerce-off': "l'e-commerce est activé",
  'matomo.exemption.site-search-declared':
    "la recherche interne n'est pas déclarée",
  'matomo.exemption.user-id-off': "l'identifiant d'utilisateur est transmis",
  'matomo.exemption.retention-25-months':
    'les données brutes sont gardées plus de 25 mois',
};
