/** French of `sentryWords`. */
export const frSentryWords = {
  'sentry.title': 'Sentry',
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
  'sentry.reason.eventPeak_one':
    "{{count, number}} erreur en une heure, contre {{median, number}} d'habitude",
  'sentry.reason.eventPeak_other':
    "{{count, number}} erreurs en une heure, contre {{median, number}} d'habitude",
  'sentry.reason.newIssues_one':
    '{{count, number}} nouvelle erreur depuis hier',
  'sentry.reason.newIssues_other':
    '{{count, number}} nouvelles erreurs depuis hier',
  'sentry.reason.regressedIssues_one':
    '{{count, number}} erreur est revenue après correction',
  'sentry.reason.regressedIssues_other':
    '{{count, number}} erreurs sont revenues après correction',
};
