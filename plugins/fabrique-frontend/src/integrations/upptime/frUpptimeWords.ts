import { frUpptimeVerdictWords } from '@socialgouv/backstage-plugin-fabrique-common';
import { toVerdictMessages } from '../../translation/toVerdictMessages';

/** French of `upptimeWords`. */
export const frUpptimeWords = {
  ...toVerdictMessages('upptime', frUpptimeVerdictWords),
  'upptime.thing': 'Le site UppTime {{name}}',
  'upptime.access': 'au site {{name}}',
  'upptime.notFound':
    "UppTime ne surveille pas ce site. Si c'est demandé depuis peu, la pull request qui l'ajoute attend d'être fusionnée ; sinon, vérifiez l'annotation `{{annotation}}`.",
  'upptime.up': 'le site répond',
  'upptime.unknown': 'UppTime ne dit pas si le site répond',
  'upptime.uptime.day': '{{percent}} sur un jour',
  'upptime.uptime.week': '{{percent}} sur une semaine',
  'upptime.uptime.month': '{{percent}} sur un mois',
  'upptime.uptime.year': '{{percent}} sur un an',
  'upptime.uptime.all': "{{percent}} depuis qu'il est surveillé",
  'upptime.time.day': 'réponse en {{ms, number}} ms sur un jour',
  'upptime.time.week': 'réponse en {{ms, number}} ms sur une semaine',
  'upptime.time.month': 'réponse en {{ms, number}} ms sur un mois',
  'upptime.time.year': 'réponse en {{ms, number}} ms sur un an',
  'upptime.time.all': "réponse en {{ms, number}} ms depuis qu'il est surveillé",
  'upptime.usual':
    "réponse en {{ms, number}} ms sur un jour, {{usual, number}} ms d'habitude",
  'upptime.averages': 'temps de réponse moyen',
  'upptime.period.day': 'dernier jour',
  'upptime.period.week': 'dernière semaine',
  'upptime.period.month': 'dernier mois',
  'upptime.period.year': 'dernière année',
  'upptime.period.all': "depuis qu'il est surveillé",
  'upptime.available': 'Disponible : {{values}}',
  'upptime.chart.down': "Minutes d'arrêt par jour sur 90 jours",
  'upptime.chart.time': 'Temps de réponse moyen par période',
  'upptime.ms': 'Millisecondes',
  'upptime.value': "Minutes d'arrêt",
  'upptime.downDays_zero': '90 j · aucun arrêt',
  'upptime.downDays_one': '90 j · {{count, number}} jour avec un arrêt',
  'upptime.downDays_other': '90 j · {{count, number}} jours avec un arrêt',
  'upptime.rows': 'Derniers arrêts',
  'upptime.downFor': 'arrêté pendant {{duration}}',
  'upptime.incident.down': 'Le site ne répondait pas',
  'upptime.incident.httpStatus':
    "Le site répondait par l'erreur HTTP {{status}}",
  'upptime.incident.degraded': 'Le site répondait lentement',
  'upptime.ongoing': 'en cours',
  'upptime.lasted': 'pendant {{duration}}',
};
