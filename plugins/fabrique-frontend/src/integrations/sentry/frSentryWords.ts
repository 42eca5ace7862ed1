import { frSentryVerdictWords } from '@socialgouv/backstage-plugin-fabrique-common';
import { toVerdictMessages } from '../../translation/toVerdictMessages';

/** French of `sentryWords`. */
export const frSentryWords = {
  ...toVerdictMessages('sentry', frSentryVerdictWords),
  'sentry.thing': 'Le projet Sentry {{name}}',
  'sentry.access': 'au projet {{name}}',
  'sentry.nothing': 'aucune erreur depuis 14 jours',
  'sentry.unresolved_one': '{{count, number}} erreur non résolue',
  'sentry.unresolved_other': '{{count, number}} erreurs non résolues',
  'sentry.unresolvedAtLeast':
    'au moins {{minimum, number}} erreurs non résolues',
  'sentry.noneUnresolved': 'toutes les erreurs sont résolues',
  'sentry.notHeardOf': "Sentry n'a rien reçu de cet environnement",
  'sentry.events.day_one': '24 h · {{count, number}} événement',
  'sentry.events.day_other': '24 h · {{count, number}} événements',
  'sentry.events.fortnight_one': '14 j · {{count, number}} événement',
  'sentry.events.fortnight_other': '14 j · {{count, number}} événements',
  'sentry.trend.day': '{{events}} ({{change}})',
  'sentry.trend.fortnight': '{{events}} ({{change}} en 7 j)',
  'sentry.chart.day': 'Événements par heure sur 24 h',
  'sentry.chart.fortnight': 'Événements par jour sur 14 jours',
  'sentry.environments': 'événements de {{names}} confondus',
  'sentry.value': 'Événements',
  'sentry.rows': 'Erreurs les plus fréquentes',
  'sentry.isNew': 'nouvelle',
  'sentry.isRegressed': 'revenue',
  'sentry.crashFree': '{{percent}} de sessions sans plantage',
  'sentry.release': 'version {{version}}',
};
