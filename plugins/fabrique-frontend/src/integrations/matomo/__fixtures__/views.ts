import { MatomoView } from '@socialgouv/backstage-plugin-fabrique-common';
import { toDays } from '../../../__fixtures__/series';

const base = {
  siteId: 63,
  siteName: 'Domifa',
  mainUrl: 'https://domifa.fabrique.social.gouv.fr',
  visitsToday: 812,
  visitsByDay: toDays([
    1500, 1480, 1420, 400, 350, 1510, 1540, 1490, 1470, 1400, 390, 340, 1530,
    1550, 1500, 1480, 1410, 410, 360, 1520, 1560, 1510, 1490, 1430, 420, 370,
    1540, 1570, 1520, 812,
  ]),
  visitsAWeekEarlier: toDays([
    1490, 1470, 1410, 390, 340, 1500, 1530, 1500, 1480, 1420, 400, 350, 1510,
    1540, 1490, 1470, 1400, 390, 340, 1530, 1550, 1500, 1480, 1410, 410, 360,
    1520, 1560, 1510, 1490,
  ]),
  visitsLastWeek: 8340,
  visitsWeekBefore: 7446,
  visitsYesterday: 1520,
  visitsSameWeekdayBefore: 1510,
  bounceRatePercent: 42.5,
  actionsPerVisit: 4.2,
  topPages: [
    {
      label: '/connexion',
      visits: 12_840,
      url: 'https://domifa.fabrique.social.gouv.fr/connexion',
    },
    { label: '/usagers', visits: 9_120 },
  ],
  goals: [{ name: 'Domiciliation créée', conversions: 1284 }],
  exemption: [
    { check: 'ecommerce-off', met: true },
    { check: 'user-id-off', met: true },
    { check: 'heatmaps-off', met: true },
    { check: 'session-recording-off' },
    { check: 'visitor-log-off', met: true },
  ],
} satisfies MatomoView;

export const matomoViews = {
  ok: base,
  empty: {
    siteId: 64,
    siteName: 'Nouveau site',
    mainUrl: 'https://nouveau.fabrique.social.gouv.fr',
    visitsToday: 0,
    visitsByDay: [],
    visitsAWeekEarlier: [],
    visitsLastWeek: 0,
    visitsWeekBefore: 0,
    visitsYesterday: 0,
    visitsSameWeekdayBefore: 0,
    topPages: [],
    goals: [],
    exemption: [],
  },
  noVisits: { ...base, visitsToday: 0, visitsYesterday: 0 },
  exemptionNotMet: {
    ...base,
    exemption: [
      { check: 'ecommerce-off', met: false },
      { check: 'user-id-off', met: false },
      { check: 'heatmaps-off', met: false },
      { check: 'session-recording-off', met: false },
      { check: 'visitor-log-off', met: false },
    ],
  },
} satisfies Record<string, MatomoView>;
