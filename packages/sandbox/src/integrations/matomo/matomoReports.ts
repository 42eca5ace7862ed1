import { toVisits } from '../../fleet/series';
import { toFraction, toWhole } from '../../fleet/stableNoise';
import { MatomoState } from './MatomoState';

/** Sums of some days of one site. */
interface VisitSums {
  visits: number;
  visitors: number;
  actions: number;
  bounces: number;
  visitLength: number;
  conversions: Record<number, number>;
}

/** A goal of a site. */
export interface MatomoGoal {
  idgoal: number;
  name: string;
  pattern: string;
}

const seededGoals: MatomoGoal[] = [
  { idgoal: 1, name: 'Démarche envoyée', pattern: '/confirmation' },
  { idgoal: 2, name: 'Simulation terminée', pattern: '/simulateur/resultat' },
];

const seededPages = [
  ['/', 34],
  ['/recherche', 15],
  ['/contact', 9],
  ['/aide', 8],
  ['/simulateur', 7],
  ['/stats', 2],
  ['/mentions-legales', 1.5],
  ['/accessibilite', 1],
] as const;

/** The goals of a site: two of three seeded sites have one or two. */
export function listGoals(state: MatomoState, siteId: number): MatomoGoal[] {
  const app = state.findApp(siteId);
  return app ? seededGoals.slice(0, toWhole(0, 2, app.name, 'goals')) : [];
}

function sumVisits(
  state: MatomoState,
  siteId: number,
  days: string[],
): VisitSums {
  const sums: VisitSums = {
    visits: 0,
    visitors: 0,
    actions: 0,
    bounces: 0,
    visitLength: 0,
    conversions: {},
  };
  const app = state.findApp(siteId);
  const goals = listGoals(state, siteId);
  const now = state.now();
  for (const date of days) {
    if (app) {
      const visits = toVisits(app, date, now);
      sums.visits += visits;
      sums.visitors += Math.round(visits * 0.87);
      sums.actions += Math.round(
        visits * (2 + 2.4 * toFraction(app.name, 'actions')),
      );
      sums.bounces += Math.round(
        visits * (0.34 + 0.22 * toFraction(app.name, 'bounces')),
      );
      sums.visitLength += visits * toWhole(90, 240, app.name, 'length');
      for (const { idgoal } of goals) {
        const share = 0.02 + 0.05 * toFraction(app.name, 'goal', idgoal);
        sums.conversions[idgoal] =
          (sums.conversions[idgoal] ?? 0) + Math.round(visits * share);
      }
    }
    const tracked = state.findDay(siteId, date);
    if (tracked) {
      sums.visits += tracked.visits;
      sums.visitors += Object.keys(tracked.visitors).length;
      sums.actions += tracked.actions;
      sums.bounces += tracked.bounces;
      sums.visitLength += tracked.visitLength;
    }
  }
  return sums;
}

const toRatio = (part: number, whole: number) =>
  whole > 0 ? Math.round((part / whole) * 10) / 10 : 0;
const toPercent = (part: number, whole: number) =>
  `${whole > 0 ? Math.round((part / whole) * 100) : 0}%`;

/** `VisitsSummary.get` of some days; unique visitors are known for days, weeks and months only. */
export function toVisitsSummary(
  state: MatomoState,
  siteId: number,
  days: string[],
  period: string,
): Record<string, unknown> {
  const sums = sumVisits(state, siteId, days);
  const hasUnique = period === 'day' || period === 'week' || period === 'month';
  return {
    ...(hasUnique && { nb_uniq_visitors: sums.visitors, nb_users: 0 }),
    nb_visits: sums.visits,
    nb_actions: sums.actions,
    nb_visits_converted: Math.max(0, ...Object.values(sums.conversions)),
    bounce_count: sums.bounces,
    sum_visit_length: sums.visitLength,
    max_actions: sums.visits > 0 ? 48 : 0,
    bounce_rate: toPercent(sums.bounces, sums.visits),
    nb_actions_per_visit: toRatio(sums.actions, sums.visits),
    avg_time_on_site:
      sums.visits > 0 ? Math.round(sums.visitLength / sums.visits) : 0,
  };
}

/** Visits of some days. */
export function countVisits(
  state: MatomoState,
  siteId: number,
  days: string[],
): number {
  return sumVisits(state, siteId, days).visits;
}

/** `Actions.get` of some days. */
export function toActions(
  state: MatomoState,
  siteId: number,
  days: string[],
): Record<string, unknown> {
  const { actions, visits } = sumVisits(state, siteId, days);
  const isSeeded = state.findApp(siteId) !== undefined;
  return {
    nb_pageviews: actions,
    nb_uniq_pageviews: Math.round(actions * 0.78),
    nb_downloads: isSeeded ? Math.round(visits * 0.03) : 0,
    nb_uniq_downloads: isSeeded ? Math.round(visits * 0.028) : 0,
    nb_outlinks: isSeeded ? Math.round(visits * 0.09) : 0,
    nb_uniq_outlinks: isSeeded ? Math.round(visits * 0.08) : 0,
    nb_searches: isSeeded ? Math.round(visits * 0.06) : 0,
    nb_keywords: isSeeded ? Math.round(visits * 0.02) : 0,
  };
}

/** `Actions.getPageUrls` of some days, flat, most visited first. */
export function listPages(
  state: MatomoState,
  siteId: number,
  days: string[],
): object[] {
  const pages = new Map<string, { visits: number; hits: number }>();
  const add = (path: string, visits: number, hits: number) => {
    const known = pages.get(path) ?? { visits: 0, hits: 0 };
    pages.set(path, {
      visits: known.visits + visits,
      hits: known.hits + hits,
    });
  };
  const app = state.findApp(siteId);
  const seededVisits = app
    ? days.reduce((sum, day) => sum + toVisits(app, day, state.now()), 0)
    : 0;
  if (seededVisits > 0) {
    for (const [path, weight] of seededPages) {
      const share =
        (weight / 100) * (0.7 + 0.6 * toFraction(app!.name, 'page', path));
      const visits = Math.round(seededVisits * share);
      add(path, visits, Math.round(visits * 1.3));
    }
  }
  for (const day of days) {
    const tracked = state.findDay(siteId, day)?.pages ?? {};
    for (const [path, { visits, hits }] of Object.entries(tracked)) {
      add(path, visits, hits);
    }
  }
  const origin = state.sites.get(String(siteId))?.main_url ?? '';
  return [...pages]
    .sort(([, a], [, b]) => b.visits - a.visits)
    .map(([path, { visits, hits }]) => ({
      label: path === '/' ? '/index' : path,
      nb_visits: visits,
      nb_hits: hits,
      sum_time_spent: visits * 34,
      avg_time_on_page: 34,
      bounce_rate: '41%',
      exit_rate: '38%',
      url: new URL(path, origin || 'http://localhost').toString(),
    }));
}

/** `Goals.get` of some days. */
export function toConversions(
  state: MatomoState,
  siteId: number,
  days: string[],
  options: { goalId?: number; everyGoal: boolean },
): Record<string, unknown> {
  const { conversions, visits } = sumVisits(state, siteId, days);
  const metrics = (count: number, prefix = '') => ({
    [`${prefix}nb_conversions`]: count,
    [`${prefix}nb_visits_converted`]: count,
    [`${prefix}revenue`]: 0,
    [`${prefix}conversion_rate`]:
      visits > 0 ? `${Math.round((count / visits) * 1000) / 10}%` : '0%',
  });
  if (options.goalId !== undefined) {
    return metrics(conversions[options.goalId] ?? 0);
  }
  const total = Object.values(conversions).reduce((a, b) => a + b, 0);
  return {
    ...metrics(total),
    ...(options.everyGoal &&
      Object.assign(
        {},
        ...Object.entries(conversions).map(([id, count]) =>
          metrics(count, `goal_${id}_`),
        ),
      )),
  };
}
