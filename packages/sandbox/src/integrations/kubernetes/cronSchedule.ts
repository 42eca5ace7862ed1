const day = 86_400_000;

const bounds = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
] as const;

/** The times at which a CronJob runs, in UTC. */
export interface CronSchedule {
  minutes: number[];
  hours: number[];
  matchesDay(date: Date): boolean;
}

function parseField(field: string, [minimum, maximum]: readonly number[]) {
  const values = new Set<number>();
  for (const part of field.split(',')) {
    const match = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part);
    if (!match) throw new Error(`Not a cron field: ${field}`);
    const [, from, to, step] = match;
    const first = from === undefined ? minimum : Number(from);
    const single = from !== undefined && to === undefined && !step;
    const last = single ? first : Number(to ?? maximum);
    if (first < minimum || last > maximum || first > last) {
      throw new Error(`Out of range: ${field}`);
    }
    for (let value = first; value <= last; value += Number(step ?? 1)) {
      values.add(value);
    }
  }
  return values;
}

/**
 * Reads a schedule of five fields with numbers, ranges, lists and steps.
 *
 * @throws Error if it is not one.
 */
export function parseCronSchedule(schedule: string): CronSchedule {
  const fields = schedule.trim().split(/\s+/);
  if (fields.length !== 5) {
    throw new Error(`Expected exactly 5 fields, found ${fields.length}`);
  }
  const [minutes, hours, days, months, weekdays] = fields.map((field, index) =>
    parseField(field, bounds[index]),
  );
  if (weekdays.has(7)) weekdays.add(0);
  const anyDay = fields[2] === '*';
  const anyWeekday = fields[4] === '*';
  return {
    minutes: [...minutes].sort((a, b) => b - a),
    hours: [...hours].sort((a, b) => b - a),
    matchesDay(date) {
      if (!months.has(date.getUTCMonth() + 1)) return false;
      const isDay = days.has(date.getUTCDate());
      const isWeekday = weekdays.has(date.getUTCDay());
      // As in cron: with both restricted, either is enough.
      return anyDay || anyWeekday ? isDay && isWeekday : isDay || isWeekday;
    },
  };
}

/** The last runs of a schedule within a year before `now`, newest first, none before `since`. */
export function listPreviousRuns(
  schedule: CronSchedule,
  since: Date,
  now: Date,
  count: number,
): Date[] {
  const runs: Date[] = [];
  const today = Math.floor(now.getTime() / day) * day;
  for (let back = 0; back < 366; back++) {
    const midnight = today - back * day;
    if (midnight + day < since.getTime()) break;
    if (!schedule.matchesDay(new Date(midnight))) continue;
    for (const hour of schedule.hours) {
      for (const minute of schedule.minutes) {
        const run = midnight + (hour * 60 + minute) * 60_000;
        if (run > now.getTime()) continue;
        if (run < since.getTime()) return runs;
        runs.push(new Date(run));
        if (runs.length === count) return runs;
      }
    }
  }
  return runs;
}
