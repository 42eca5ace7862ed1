import { FleetApp } from './fleet';
import { toFraction } from './stableNoise';

const hour = 3_600_000;
const day = 24 * hour;
const timeZone = 'Europe/Paris';

const localFormat = new Intl.DateTimeFormat('en-CA', {
  timeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The calendar day (`2026-11-23`) and the hour with its fraction, in the Fabrique's zone. */
export function toLocalTime(time: Date | number): {
  date: string;
  hour: number;
} {
  const parts = Object.fromEntries(
    localFormat.formatToParts(time).map(({ type, value }) => [type, value]),
  );
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    hour: Number(parts.hour) + Number(parts.minute) / 60,
  };
}

/** The calendar day so many days later, or before. */
export function addDays(date: string, count: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + count * day)
    .toISOString()
    .slice(0, 10);
}

/** Sunday is 0. */
export function toWeekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

const weekdayWeights = [0.28, 1.08, 1.05, 1, 0.98, 0.86, 0.31];

/** Share of a day's traffic in each of its hours: quiet nights, two peaks around lunch. */
const hourWeights = [
  8, 5, 3, 2, 3, 6, 14, 30, 58, 82, 90, 84, 62, 72, 88, 86, 80, 66, 44, 34, 30,
  26, 18, 12,
];
const hourTotal = hourWeights.reduce((sum, weight) => sum + weight, 0);

/** Share of the day's traffic that has come by an hour, from 0 to 1. */
export function toShareOfDay(hourOfDay: number): number {
  const full = Math.floor(hourOfDay);
  const before = hourWeights.slice(0, full).reduce((sum, w) => sum + w, 0);
  return (before + (hourWeights[full] ?? 0) * (hourOfDay - full)) / hourTotal;
}

/**
 * Visits of a seeded site on a calendar day, up to `now`. Week-ends are lower; a site whose tracking
 * is broken has none since yesterday.
 */
export function toVisits(app: FleetApp, date: string, now: Date): number {
  const today = toLocalTime(now);
  const visits = app.dailyVisits ?? 0;
  if (date > today.date || visits === 0) return 0;
  if (
    app.scenarios.includes('tracking-broken') &&
    date >= addDays(today.date, -1)
  ) {
    return 0;
  }
  const noise = 0.88 + 0.24 * toFraction('visits', app.name, date);
  const share = date === today.date ? toShareOfDay(today.hour) : 1;
  return Math.round(visits * weekdayWeights[toWeekday(date)] * noise * share);
}

/** Errors of a usual working hour at noon: a few, and more where many people come. */
const toUsualErrors = (app: FleetApp) =>
  3 + 6 * toFraction('errors', app.name) + (app.dailyVisits ?? 0) / 8000;

/**
 * Accepted error events of a seeded project from `hourStart` until an hour later or `now`. With
 * `error-peak` the hour before this one, and this one, have at least twenty times the usual.
 */
export function toErrorEvents(
  app: FleetApp,
  hourStart: number,
  now: Date,
): number {
  const elapsed = Math.min(hour, now.getTime() - hourStart);
  if (elapsed <= 0) return 0;
  const { date, hour: hourOfDay } = toLocalTime(hourStart);
  const usual = toUsualErrors(app);
  const noise = 0.6 + 0.8 * toFraction('errors', app.name, hourStart);
  const rhythm =
    0.25 +
    0.75 *
      (hourWeights[Math.floor(hourOfDay)] / 90) *
      weekdayWeights[toWeekday(date)];
  const isPeak =
    app.scenarios.includes('error-peak') &&
    hourStart > now.getTime() - 2 * hour;
  const count = isPeak
    ? Math.max(180, 26 * usual) * (0.9 + 0.2 * noise)
    : usual * rhythm * noise;
  return Math.round((count * elapsed) / hour);
}

/** The share of the usual load at noon: less at night and on Sundays, and never twice the same. */
export function toLoad(start: number, ...words: string[]): number {
  const { date, hour: hourOfDay } = toLocalTime(start);
  const rhythm = hourWeights[Math.floor(hourOfDay)] / Math.max(...hourWeights);
  const isWeekend = [0, 6].includes(toWeekday(date));
  const noise = 0.95 + 0.1 * toFraction('load', ...words, start);
  return (0.35 + 0.65 * rhythm * (isWeekend ? 0.4 : 1)) * noise;
}
