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
  'sentry.events_one': '24 h · {{count, number}} événement',
  'sentry.events_other': '24 h · {{count, number}} événements',
  'sentry.eventsTrend': '{{events}} ({{change}})',
  'sentry.chart': 'Événements par heure sur 24 h',
  'sentry.value': 'Événements',
  'sentry.rows': 'Erreurs les plus fréquentes',
  'sentry.isNew': 'nouvelle',
  'sentry.isRegressed': 'revenue',
  'sentry.crashFree': '{{percent}} de sessions sans plantage',
  'sentry.release': 'version {{version}}',
};
