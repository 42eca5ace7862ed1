import { DateTime, Duration } from 'luxon';

/** Numbers, times and lists as one language writes them. */
export interface Format {
  language: string;
  number(value: number): string;
  /** `12.5` → `12,5 %`; with one digit after the comma at most, unless `digits` says otherwise. */
  percent(value: number, digits?: number): string;
  /** `310` → `+310 %`. */
  change(value: number): string;
  /** Seconds in words, two units at most: `3 h 20 min`. */
  duration(seconds: number): string;
  /** `il y a 3 min`. */
  relativeTime(at: string): string;
  /** Date and time in the reader's zone, in full. */
  absoluteTime(at: string): string;
  /** Time of the day in the reader's zone: `14 h 32`. */
  time(at: string): string;
  /** Bytes with the units of the language: `1,5 Mo`. */
  size(bytes: number): string;
  list(items: string[]): string;
}

/**
 * Makes the {@link Format} of a language.
 *
 * @param language - BCP 47 tag: `fr`, `en`.
 */
export function createFormat(language: string): Format {
  const plain = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const change = new Intl.NumberFormat(language, {
    style: 'percent',
    maximumFractionDigits: 0,
    signDisplay: 'exceptZero',
  });
  const parse = (at: string) => DateTime.fromISO(at).setLocale(language);

  return {
    language,
    number: value => plain.format(value),
    percent: (value, digits = 1) =>
      new Intl.NumberFormat(language, {
        style: 'percent',
        maximumFractionDigits: digits,
      }).format(value / 100),
    change: value => change.format(value / 100),
    duration: seconds => toDuration(seconds, language),
    relativeTime: at => toRelativeTime(parse(at)) ?? at,
    absoluteTime: at => parse(at).toLocaleString(DateTime.DATETIME_FULL),
    time: at =>
      language.startsWith('fr')
        ? parse(at).toFormat("H 'h' mm")
        : parse(at).toLocaleString(DateTime.TIME_SIMPLE),
    size: bytes => toSize(bytes, language, plain),
    list: items =>
      new Intl.ListFormat(language, { type: 'conjunction' }).format(items),
  };
}

/** Short (`3 min ago`) as long as that can be understood: French shortens months to `m.`. */
function toRelativeTime(time: DateTime): string | null {
  const isRecent = Math.abs(time.diffNow('days').days) < 28;
  // English shortens with a full stop, which reads as the end of a sentence.
  return isRecent
    ? time.toRelative({ style: 'short' })?.replace('.', '') ?? null
    : time.toRelative();
}

function toDuration(seconds: number, language: string): string {
  const rounded = Duration.fromObject({ seconds: Math.round(seconds) })
    .shiftTo('days', 'hours', 'minutes', 'seconds')
    .toObject();
  const parts = Object.entries(rounded).filter(([, value]) => value > 0);
  const shown = parts.length > 0 ? parts.slice(0, 2) : [['seconds', 0]];
  return Duration.fromObject(Object.fromEntries(shown), { locale: language })
    .toHuman({ unitDisplay: 'short', listStyle: 'narrow' })
    .replace(/,/g, '');
}

function toSize(bytes: number, language: string, plain: Intl.NumberFormat) {
  const units = language.startsWith('fr')
    ? ['o', 'Ko', 'Mo', 'Go', 'To']
    : ['B', 'KB', 'MB', 'GB', 'TB'];
  const exponent = Math.min(
    Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1024)),
    units.length - 1,
  );
  return `${plain.format(bytes / 1024 ** exponent)} ${units[exponent]}`;
}
