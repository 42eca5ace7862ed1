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

export const upptimeViews = {
  ok: base,
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
