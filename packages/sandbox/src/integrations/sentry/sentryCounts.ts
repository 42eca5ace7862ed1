import { toErrorEvents } from '../../fleet/series';
import { toFraction, toWhole } from '../../fleet/stableNoise';
import { SentryBadRequest, toPeriodMs } from './sentryHttp';
import { SentryProject, SentryState } from './SentryState';

const hour = 3_600_000;

/** A period cut in equal steps that start on the clock's. */
export interface Intervals {
  start: Date;
  end: Date;
  stepMs: number;
  starts: Date[];
}

/**
 * Cuts a period that ends now; its last step is under way.
 *
 * @throws SentryBadRequest when that gives too many points.
 */
export function toIntervals(
  period: string,
  interval: string,
  now: Date,
): Intervals {
  const stepMs = Math.max(toPeriodMs(interval), hour);
  const count = Math.ceil(toPeriodMs(period) / stepMs);
  if (count > 10_000) {
    throw new SentryBadRequest({
      detail:
        'Your interval and date range would create too many results. Use a larger interval, or a smaller date range.',
    });
  }
  const last = Math.floor(now.getTime() / stepMs) * stepMs;
  const starts = Array.from(
    { length: count },
    (_, index) => new Date(last - (count - 1 - index) * stepMs),
  );
  return { start: starts[0], end: now, stepMs, starts };
}

/** Accepted error events of a project in each step. */
export function countEvents(
  state: SentryState,
  project: SentryProject,
  { starts, stepMs }: Intervals,
): number[] {
  const now = state.now();
  const app = state.findApp(project);
  const received = state.counts.get(project.id)?.events ?? {};
  return starts.map(start => {
    let count = 0;
    for (
      let time = start.getTime();
      time < start.getTime() + stepMs;
      time += hour
    ) {
      count += app ? toErrorEvents(app, time, now) : 0;
      count += received[new Date(time).toISOString()] ?? 0;
    }
    return count;
  });
}

/** Sessions of a project in a period; undefined when it has sent none. */
export function countSessions(
  state: SentryState,
  project: SentryProject,
  environments: string[],
  { start }: Intervals,
): { total: number; crashed: number } | undefined {
  let total = 0;
  let crashed = 0;
  const app = state.findApp(project);
  if (app) {
    total = toWhole(400, 9_000, app.name, 'sessions');
    const share = app.scenarios.includes('error-peak')
      ? 0.041
      : 0.0005 + 0.01 * toFraction(app.name, 'crashes');
    crashed = Math.round(total * share);
  }
  const received = state.counts.get(project.id)?.sessions ?? {};
  for (const [time, byEnvironment] of Object.entries(received)) {
    if (Date.parse(time) < start.getTime()) continue;
    for (const [environment, counts] of Object.entries(byEnvironment)) {
      if (environments.length > 0 && !environments.includes(environment)) {
        continue;
      }
      total += counts.total;
      crashed += counts.crashed;
    }
  }
  return total > 0 ? { total, crashed } : undefined;
}

/** The hour of a moment, as the keys of counts are. */
export function toHourKey(time: Date): string {
  return new Date(Math.floor(time.getTime() / hour) * hour).toISOString();
}
