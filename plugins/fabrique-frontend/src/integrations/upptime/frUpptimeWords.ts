import { frUpptimeVerdictWords } from '@socialgouv/backstage-plugin-fabrique-common';
import { toVerdictMessages } from '../../translation/toVerdictMessages';

/** French of `upptimeWords`. */
export const frUpptimeWords = {
  ...toVerdictMessages('upptime', frUpptimeVerdictWords),
  'upptime.thing': 'Le site UppTime {{name}}',
  'upptime.access': 'au site {{name}}',
  'upptime.up': 'le site répond',
  'upptime.degraded': 'le site répond, mais lentement',
  'upptime.unknown': 'UppTime ne dit pas si le site répond',
  'upptime.uptime.day': '{{percent}} sur un jour',
  'upptime.uptime.week': '{{percent}} sur une semaine',
  'upptime.uptime.month': '{{percent}} sur un mois',
  'upptime.uptime.year': '{{percent}} sur un an',
  'upptime.uptime.all': "{{percent}} depuis qu'il est surveillé",
  'upptime.time.day': '{{ms, number}} ms sur un jour',
  'upptime.time.week': '{{ms, number}} ms sur une semaine',
  'upptime.time.month': '{{ms, number}} ms sur un mois',
  'upptime.time.year': '{{ms, number}} ms sur un an',
  'upptime.time.all': "{{ms, number}} ms depuis qu'il est surveillé",
  'upptime.available': 'Disponible : {{values}}',
  'upptime.responseTime': 'Temps de réponse : {{values}}',
  'upptime.chart': "Minutes d'arrêt par jour sur 90 jours",
  'upptime.range': '90 j',
  'upptime.value': "Minutes d'arrêt",
  'upptime.neverDown': 'aucun arrêt en 90 jours',
  'upptime.rows': 'Derniers jours avec un arrêt',
  'upptime.downFor': 'arrêté pendant {{duration}}',
};
