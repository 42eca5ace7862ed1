import { addDays, toWeekday } from '../../fleet/series';
import { MatomoRefusal } from './MatomoRefusal';

/** The days that a report is about: of one answer, or of one for each key. */
export type MatomoPeriod =
  | { days: string[] }
  | { byKey: { key: string; days: string[] }[] };

const units = ['day', 'week', 'month', 'year'] as const;
type Unit = (typeof units)[number];

const datePattern = /^\d{4}-\d{2}-\d{2}$/;
const longestRange = 5 * 366;

function toDate(word: string, today: string): string {
  switch (word) {
    case 'today':
    case 'now':
      return today;
    case 'yesterday':
      return addDays(today, -1);
    default:
      if (datePattern.test(word) && !Number.isNaN(Date.parse(word)))
        return word;
      throw new MatomoRefusal(
        `Date format must be: YYYY-MM-DD, or 'today' or 'yesterday' or any keyword supported by the strtotime function (see https://php.net/strtotime for more information): ${word}`,
      );
  }
}

function listDays(first: string, last: string): string[] {
  const days: string[] = [];
  for (
    let day = first;
    day <= last && days.length < longestRange;
    day = addDays(day, 1)
  ) {
    days.push(day);
  }
  return days;
}

/** The first day of the week, month or year that a day is in. */
function toStart(unit: Unit, day: string): string {
  switch (unit) {
    case 'day':
      return day;
    case 'week':
      return addDays(day, -((toWeekday(day) + 6) % 7));
    case 'month':
      return `${day.slice(0, 7)}-01`;
    default:
      return `${day.slice(0, 4)}-01-01`;
  }
}

/** The first day of the week, month or year after. */
function toNextStart(unit: Unit, start: string): string {
  // Long enough to be in the next one, short enough not to skip it.
  const step = { day: 1, week: 7, month: 32, year: 370 }[unit];
  return toStart(unit, addDays(start, step));
}

function toKey(unit: Unit, start: string): string {
  switch (unit) {
    case 'day':
      return start;
    case 'week':
      return `${start},${addDays(start, 6)}`;
    case 'month':
      return start.slice(0, 7);
    default:
      return start.slice(0, 4);
  }
}

/** First and last day of `last30`, `previous7` or `2026-11-01,2026-11-23`; undefined for one day. */
function toRange(
  unit: Unit,
  date: string,
  today: string,
): { first: string; last: string } | undefined {
  const [, word, count] = /^(last|previous)(\d+)$/.exec(date) ?? [];
  if (word) {
    let last = toStart(unit, today);
    if (word === 'previous') last = toStart(unit, addDays(last, -1));
    let first = last;
    for (let back = 1; back < Number(count); back++) {
      first = toStart(unit, addDays(first, -1));
    }
    return { first, last: addDays(toNextStart(unit, last), -1) };
  }
  if (!date.includes(',')) return undefined;
  const [first, last] = date.split(',').map(each => toDate(each, today));
  return { first, last };
}

/**
 * Reads Matomo's `period` and `date`.
 *
 * @throws MatomoRefusal
 */
export function parsePeriod(
  period: string,
  date: string,
  today: string,
): MatomoPeriod {
  if (period === 'range') {
    const range = toRange('day', date, today);
    if (!range) return { days: [toDate(date, today)] };
    return { days: listDays(range.first, range.last) };
  }
  const unit = units.find(each => each === period);
  if (!unit) {
    throw new MatomoRefusal(
      `The period '${period}' is not supported. Try any of the following instead: day, week, month, year, range`,
    );
  }
  const range = toRange(unit, date, today);
  const toDays = (start: string) =>
    listDays(start, addDays(toNextStart(unit, start), -1));
  if (!range) return { days: toDays(toStart(unit, toDate(date, today))) };
  const byKey: { key: string; days: string[] }[] = [];
  for (
    let start = toStart(unit, range.first);
    start <= range.last && byKey.length < longestRange;
    start = toNextStart(unit, start)
  ) {
    byKey.push({ key: toKey(unit, start), days: toDays(start) });
  }
  return { byKey };
}
