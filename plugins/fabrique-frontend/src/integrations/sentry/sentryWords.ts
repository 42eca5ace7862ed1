import { sentryVerdictWords } from '@socialgouv/backstage-plugin-fabrique-common';

/** What the page says of Sentry. */
export const sentryWords = {
  ...sentryVerdictWords,
  /** The linked thing as the subject of a sentence. */
  thing: 'Sentry project {{name}}',
  /** The linked thing as that to which one has access. */
  access: 'project {{name}}',
  nothing: 'no error in 14 days',
  unresolved_one: '{{count, number}} unresolved error',
  unresolved_other: '{{count, number}} unresolved errors',
  unresolvedAtLeast: 'at least {{minimum, number}} unresolved errors',
  noneUnresolved: 'every error is resolved',
  notHeardOf: 'Sentry received nothing from this environment',
  events: {
    day_one: '24 h · {{count, number}} event',
    day_other: '24 h · {{count, number}} events',
    fortnight_one: '14 d · {{count, number}} event',
    fortnight_other: '14 d · {{count, number}} events',
  },
  trend: {
    day: '{{events}} ({{change}})',
    fortnight: '{{events}} ({{change}} in 7 d)',
  },
  chart: {
    day: 'Events an hour over 24 h',
    fortnight: 'Events a day over 14 days',
  },
  environments: 'events of {{names}} together',
  value: 'Events',
  rows: 'Most frequent errors',
  isNew: 'new',
  isRegressed: 'came back',
  crashFree: '{{percent}} of sessions without a crash',
  release: 'version {{version}}',
} as const;
