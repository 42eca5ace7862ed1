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

const secondsOf = [
  ['year', 31_556_952],
  ['month', 2_629_746],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/**
 * Makes the {@link Format} of a language, of what browsers know themselves: a library of dates would be
 * a third of what the plugin adds to the home page.
 *
 * @param language - BCP 47 tag: `fr`, `en`.
 * @param timeZone - by default, that of the reader
 */
export function createFormat(language: string, timeZone?: string): Format {
  const plain = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const change = new Intl.NumberFormat(language, {
    style: 'percent',
    maximumFractionDigits: 0,
    signDisplay: 'exceptZero',
  });
  const full = new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    timeZoneName: 'short',
    timeZone,
  });
  const clock = new Intl.DateTimeFormat(language, {
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  });
  /** What is no time is shown as it came, rather than taking the card with it. */
  const write = (at: string, format: (time: Date) => string) => {
    const time = new Date(at);
    return Number.isNaN(time.getTime()) ? at : format(time);
  };

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
    relativeTime: at => write(at, time => toRelativeTime(time, language)),
    absoluteTime: at => write(at, time => full.format(time)),
    time: at =>
      write(at, time => {
        const text = clock.format(time);
        return language.startsWith('fr') ? text.replace(':', ' h ') : text;
      }),
    size: bytes => toSize(bytes, language, plain),
    list: items =>
      new Intl.ListFormat(language, { type: 'conjunction' }).format(items),
  };
}

/** Short (`3 min ago`) as long as that can be understood: French shortens months to `m.`. */
function toRelativeTime(time: Date, language: string): string {
  // What happened by a clock that is ahead happened now.
  const seconds = Math.min(-0, (time.getTime() - Date.now()) / 1000);
  const [unit, length] =
    secondsOf.find(([, size]) => Math.abs(seconds) >= size) ??
    secondsOf[secondsOf.length - 1];
  const isRecent = unit !== 'year' && unit !== 'month';
  const text = new Intl.RelativeTimeFormat(language, {
    style: isRecent ? 'short' : 'long',
  }).format(Math.trunc(seconds / length), unit);
  // English shortens with a full stop, which reads as the end of a sentence.
  return isRecent ? text.replace('.', '') : text;
}

function toDuration(seconds: number, language: string): string {
  const write = (value: number, unit: string) =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
    }).format(value);
  let rest = Math.round(seconds);
  const parts = secondsOf.slice(2).flatMap(([unit, length]) => {
    const value = Math.floor(rest / length);
    rest -= value * length;
    return value > 0 ? [write(value, unit)] : [];
  });
  return parts.length > 0 ? parts.slice(0, 2).join(' ') : write(0, 'second');
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
