import { frGrafanaVerdictWords } from '@socialgouv/backstage-plugin-fabrique-common';
import { toVerdictMessages } from '../../translation/toVerdictMessages';

/** French of `grafanaWords`. */
export const frGrafanaWords = {
  ...toVerdictMessages('grafana', frGrafanaVerdictWords),
  'grafana.thing': 'Le sélecteur Grafana {{name}}',
  'grafana.access': 'aux tableaux de bord de {{name}}',
  'grafana.nothing': 'aucune alerte',
  'grafana.noDashboard':
    "aucun tableau de bord ne porte l'étiquette {{selector}}",
  'grafana.dashboards_one': '{{count, number}} tableau de bord',
  'grafana.dashboards_other': '{{count, number}} tableaux de bord',
  'grafana.dashboardsAtLeast': 'au moins {{minimum, number}} tableaux de bord',
  'grafana.overview': "vue d'ensemble",
  'grafana.link.pods': 'pods',
  'grafana.link.workloads': 'charges de travail',
  'grafana.link.logs': 'journaux',
  'grafana.alertRows': 'Alertes en cours',
  'grafana.dashboardRows': 'Tableaux de bord',
};
