import { SentryView } from '@socialgouv/backstage-plugin-fabrique-common';
import { toDays, toHours } from '../../../__fixtures__/series';

const base = {
  organization: 'incubateur',
  project: 'domifa-backend',
  unresolved: { count: 3, complete: true },
  newIssueCount: 0,
  regressedIssueCount: 0,
  issues: [
    {
      id: '101',
      shortId: 'DOMIFA-BACKEND-1A',
      title: "TypeError: Cannot read properties of undefined (reading 'usager')",
      culprit: 'usagers.controller in findOne',
      level: 'error',
      eventCount: 402,
      userCount: 31,
      firstSeenAt: '2026-11-02T08:00:00Z',
      lastSeenAt: '2026-11-20T11:57:00Z',
      isNew: false,
      isRegressed: false,
      url: 'https://sentry.example/incubateur/issues/101',
    },
    {
      id: '102',
      shortId: 'DOMIFA-BACKEND-2B',
      title: 'QueryFailedError: deadlock detected',
      level: 'error',
      eventCount: 18,
      userCount: 4,
      firstSeenAt: '2026-11-10T08:00:00Z',
      lastSeenAt: '2026-11-20T09:10:00Z',
      isNew: false,
      isRegressed: false,
      url: 'https://sentry.example/incubateur/issues/102',
    },
  ],
  eventsByHour: toHours([
    32, 28, 35, 30, 31, 40, 44, 52, 61, 58, 63, 70, 66, 59, 55, 51, 57, 60, 64,
    58, 49, 47, 52, 22,
  ]),
  eventsByDay: toDays([
    1100, 1230, 980, 1010, 1180, 1320, 1290, 1204, 990, 1011, 1170, 1300, 1250,
    1184,
  ]),
  lastHourEventCount: 52,
  medianHourEventCount: 48,
  trendPercent: -4,
  environments: ['prod', 'preprod'],
  latestRelease: {
    version: '2.118.0',
    createdAt: '2026-11-18T15:00:00Z',
    url: 'https://sentry.example/incubateur/releases/2.118.0',
  },
  crashFreeSessionsPercent: 99.82,
} satisfies SentryView;

export const sentryViews = {
  ok: base,
  empty: {
    organization: 'incubateur',
    project: 'domifa-backend',
    unresolved: { count: 0, complete: true },
    newIssueCount: 0,
    regressedIssueCount: 0,
    issues: [],
    eventsByHour: [],
    eventsByDay: [],
    lastHourEventCount: 0,
    medianHourEventCount: 0,
    environments: [],
  },
  resolved: { ...base, unresolved: { count: 0, complete: true }, issues: [] },
  many: { ...base, unresolved: { count: 1000, complete: false } },
  newIssues: {
    ...base,
    newIssueCount: 12,
    regressedIssueCount: 1,
    trendPercent: 310,
    issues: [
      { ...base.issues[0], isNew: true },
      { ...base.issues[1], isRegressed: true },
    ],
  },
  eventPeak: { ...base, lastHourEventCount: 1284, medianHourEventCount: 48 },
} satisfies Record<string, SentryView>;
