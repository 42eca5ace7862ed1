import { UpptimeView } from '@socialgouv/backstage-plugin-fabrique-common';
import { toDays } from '../../../__fixtures__/series';

const days = (values: Record<number, number>) =>
  toDays(Array.from({ length: 90 }, (_, index) => values[index] ?? 0));

const base = {
  siteName: 'DomiFa',
  siteUrl: 'https://domifa.example/',
  pageUrl: 'https://tool.example/upptime/history/domi-fa',
  status: 'up',
  uptimePercent: { day: 100, week: 99.95, month: 99.8, year: 99.71, all: 98 },
  responseTimeMs: { day: 420, week: 414, month: 430, year: 1380, all: 700 },
  usualResponseTimeMs: 430,
  downMinutesByDay: days({ 12: 34, 85: 125 }),
} satisfies UpptimeView;

const incidentUrl = 'https://github.example/SocialGouv/upptime/issues';

export const upptimeViews = {
  ok: base,
  incidents: {
    ...base,
    incidents: [
      {
        kind: 'down',
        title: '🛑 DomiFa is down',
        startedAt: '2026-11-20T11:40:00Z',
        httpStatus: 503,
        url: `${incidentUrl}/4`,
      },
      {
        kind: 'degraded',
        title: '⚠️ DomiFa has degraded performance',
        startedAt: '2026-11-16T02:00:00Z',
        endedAt: '2026-11-16T04:05:00Z',
        httpStatus: 200,
        url: `${incidentUrl}/3`,
      },
      {
        kind: 'down',
        title: '🛑 DomiFa is down',
        startedAt: '2026-11-15T02:00:00Z',
        endedAt: '2026-11-15T02:34:00Z',
        httpStatus: 0,
        url: `${incidentUrl}/2`,
      },
      {
        kind: 'other',
        title: 'Maintenance de la base',
        startedAt: '2026-11-02T20:00:00Z',
        endedAt: '2026-11-02T22:00:00Z',
        url: `${incidentUrl}/1`,
      },
    ],
  },
  empty: {
    siteName: 'Nouveau site',
    siteUrl: 'https://nouveau.example',
    uptimePercent: {},
    responseTimeMs: {},
    downMinutesByDay: [],
  },
  degraded: { ...base, status: 'degraded', downMinutesByDay: days({}) },
  down: {
    ...base,
    status: 'down',
    uptimePercent: { day: 97.22, week: 99.6 },
    responseTimeMs: { day: 1840, week: 414 },
    usualResponseTimeMs: 414,
    downMinutesByDay: days({ 89: 40 }),
  },
  contradiction: {
    siteName: 'OzEnsemble',
    siteUrl: 'https://ozensemble.example/',
    status: 'up',
    uptimePercent: { all: 0.31 },
    responseTimeMs: { all: 69 },
    downMinutesByDay: [],
  },
} satisfies Record<string, UpptimeView>;
