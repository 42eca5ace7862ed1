import { TimeSeriesPoint } from '@socialgouv/backstage-plugin-fabrique-common';

/** When the fixtures were made. */
export const fixtureTime = '2026-11-20T12:00:00.000Z';

const hourMs = 3_600_000;

function toSeries(values: number[], stepMs: number): TimeSeriesPoint[] {
  const end = Date.parse(fixtureTime);
  return values.map((value, index) => ({
    at: new Date(end - (values.length - 1 - index) * stepMs).toISOString(),
    value,
  }));
}

/** One value an hour, the last one at {@link fixtureTime}. */
export function toHours(values: number[]): TimeSeriesPoint[] {
  return toSeries(values, hourMs);
}

/** One value a day, the last one at {@link fixtureTime}. */
export function toDays(values: number[]): TimeSeriesPoint[] {
  return toSeries(values, 24 * hourMs);
}
