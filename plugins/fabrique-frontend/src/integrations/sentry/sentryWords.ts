/** What the page says of Sentry. */
export const sentryWords = {
  title: 'Sentry',
  /** The linked thing as the subject of a sentence. */
  thing: 'Sentry project {{name}}',
  /** The linked thing as that to which one has access. */
  access: 'project {{name}}',
  nothing: 'no error in 14 days',
  unresolved_one: '{{count, number}} unresolved error',
  unresolved_other: '{{count, number}} unresolved errors',
  unresolvedAtLeast: 'at least {{minimum, number}} unresolved errors',
  noneUnresolved: 'every error is resolved',
  events_one: '24 h · {{count, number}} event',
  events_other: '24 h · {{count, number}} events',
  eventsTrend: '{{events}} ({{change}})',
  chart: 'Events an hour over 24 h',
  value: 'Events',
  rows: 'Most frequent errors',
  isNew: 'new',
  isRegressed: 'came back',
  crashFree: '{{percent}} of sessions without a crash',
  release: 'version {{version}}',
  /** One for each reason of the verdict; in lower case, as they also follow the name of the service. */
  reason: {
    eventPeak_one:
      '{{count, number}} error within an hour, where {{median, number}} is usual',
    eventPeak_other:
      '{{count, number}} errors within an hour, where {{median, number}} are usual',
    newIssues_one: '{{count, number}} new error since yesterday',
    newIssues_other: '{{count, number}} new errors since yesterday',
    regressedIssues_one: '{{count, number}} error came back after a fix',
    regressedIssues_other: '{{count, number}} errors came back after a fix',
  },
} as const;
