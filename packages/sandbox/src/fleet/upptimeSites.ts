import { fleet, FleetApp } from './fleet';
import { toFraction, toWhole } from './stableNoise';

const dayMs = 86_400_000;

/** One row of `history/summary.json`. */
export interface UpptimeRow {
  name: string;
  url: string;
  slug: string;
  status: 'up' | 'down';
  uptime: string;
  time: number;
  uptimeDay?: string;
  uptimeWeek?: string;
  uptimeMonth?: string;
  uptimeYear?: string;
  timeDay?: number;
  timeWeek?: number;
  timeMonth?: number;
  timeYear?: number;
  dailyMinutesDown?: Record<string, number>;
}

type WatchedSite = Pick<FleetApp, 'name' | 'title' | 'host' | 'scenarios'>;

const sharedSite = (
  name: string,
  title: string,
  scenarios: FleetApp['scenarios'] = [],
): WatchedSite => ({
  name,
  title,
  host: `${name}.fabrique.social.gouv.fr`,
  scenarios,
});

/** Services that the teams share. */
const sharedSites: readonly WatchedSite[] = [
  sharedSite('matomo', 'Matomo'),
  sharedSite('sentry', 'Sentry', ['slow-site']),
  sharedSite('grafana', 'Grafana'),
  sharedSite('nextcloud', 'NextCloud'),
];

/** Those of the fleet, without its own page, and the shared services. */
const watchedSites: readonly WatchedSite[] = [
  ...fleet.filter(({ name }) => name !== 'upptime'),
  ...sharedSites,
];

/** `.upptimerc.yml`, as UppTime's repository starts. */
export function toUpptimeSettings(): string {
  return [
    '# Ce que surveille UppTime. Une adresse de plus, une demande de fusion.',
    `owner: SocialGouv`,
    `repo: upptime`,
    '',
    'sites:',
    ...watchedSites.map(({ title, host }) => {
      const name = JSON.stringify(title);
      return `  - name: ${name}\n    url: https://${host}/`;
    }),
    '',
    'status-website:',
    '  # Sans nom de domaine : les pages de GitHub suffisent.',
    '  name: Disponibilité des services',
    '',
  ].join('\n');
}

/**
 * Every site that UppTime watches.
 *
 * @param added - those that its settings name beside the seed, which it finds up
 */
export function listSites(
  now: Date,
  added: readonly { name: string; url: string }[] = [],
): UpptimeRow[] {
  const known = watchedSites.map(site => toRow(site, now));
  const urls = known.map(({ url }) => url);
  return [
    ...known,
    ...added
      .map(({ name, url }) => ({ name, url: `${url.replace(/\/+$/, '')}/` }))
      .filter(({ url }) => !urls.includes(url))
      .map(({ name, url }) => ({
        ...toRow(
          { name: new URL(url).host, title: name, host: '', scenarios: [] },
          now,
        ),
        url,
      })),
  ];
}

function toRow(app: WatchedSite, now: Date): UpptimeRow {
  const { name, scenarios } = app;
  const usual = toWhole(380, 1100, name, 'time');
  const site = {
    name: app.title,
    url: `https://${app.host}/`,
    slug: name,
    time: usual,
  };
  if (scenarios.includes('status-contradiction')) {
    // As it is written of a site whose answers were never counted: nothing but the oldest fields.
    return { ...site, status: 'up', uptime: '0.31%', time: 69 };
  }
  const isDown = scenarios.includes('site-down');
  const minutes = toMinutesDown(name, now, isDown);
  const uptimeOver = (days: number) => toUptime(minutes, now, days);
  return {
    ...site,
    status: isDown ? 'down' : 'up',
    uptime: uptimeOver(365),
    uptimeDay: uptimeOver(1),
    uptimeWeek: uptimeOver(7),
    uptimeMonth: uptimeOver(30),
    uptimeYear: uptimeOver(365),
    timeDay: scenarios.includes('slow-site')
      ? usual * 4
      : usual + toWhole(-40, 60, name, 'day'),
    timeWeek: usual + toWhole(-20, 30, name, 'week'),
    timeMonth: usual + toWhole(-10, 20, name, 'month'),
    timeYear: usual,
    dailyMinutesDown: minutes,
  };
}

const toDay = (now: Date, daysAgo: number) =>
  new Date(now.getTime() - daysAgo * dayMs).toISOString().slice(0, 10);

/** About two days with an outage in 90; only those days are named. */
function toMinutesDown(
  name: string,
  now: Date,
  isDown: boolean,
): Record<string, number> {
  const past = Array.from({ length: 364 }, (_, index) =>
    toDay(now, 364 - index),
  ).flatMap((day): [string, number][] =>
    toFraction(name, day, 'outage') < 0.025
      ? [[day, toWhole(4, 75, name, day, 'minutes')]]
      : [],
  );
  return Object.fromEntries([
    ...past,
    ...(isDown ? [[toDay(now, 0), 48] as const] : []),
  ]);
}

function toUptime(
  minutes: Record<string, number>,
  now: Date,
  days: number,
): string {
  const first = toDay(now, days - 1);
  const down = Object.entries(minutes)
    .filter(([day]) => day >= first)
    .reduce((sum, [, value]) => sum + value, 0);
  return `${(100 - (down / (days * 1440)) * 100).toFixed(2)}%`;
}
