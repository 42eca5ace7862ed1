import {
  createVerdict,
  Verdict,
  VerdictReason,
  VerdictWords,
} from '../verdict';
import { AnnotationDefinition } from '../annotation';
import { TimeSeriesPoint } from '../timeSeries';

/**
 * Links an entity to a site that UppTime watches.
 *
 * @public
 */
export const upptimeAnnotation: AnnotationDefinition = {
  name: 'fabrique.social.gouv.fr/upptime-url',
  title: { en: 'UppTime site', fr: 'Site UppTime' },
  description: {
    en: 'Address of the site as UppTime knows it. The scheme, a trailing slash and the case of the host do not matter.',
    fr: "Adresse du site telle qu'UppTime la connaît. Le protocole, une barre oblique finale et la casse de l'hôte ne comptent pas.",
  },
  pattern: '(https?://)?[^\\s/?#:]+(:[0-9]+)?([/?#]\\S*)?',
  example: 'https://domifa.fabrique.social.gouv.fr',
  perEnvironment: true,
};

/**
 * A value for each period that UppTime looks at; those that it does not tell are absent.
 *
 * @public
 */
export interface UpptimePeriods {
  day?: number;
  week?: number;
  month?: number;
  year?: number;
  /** Since the site is watched. */
  all?: number;
}

/**
 * A time in which a site did not answer, or slowly, as UppTime noted it.
 *
 * @public
 */
export interface UpptimeIncident {
  /** `other` is what somebody wrote by hand: `title` says it. */
  kind: 'down' | 'degraded' | 'other';
  title: string;
  startedAt: string;
  /** Absent while it lasts. */
  endedAt?: string;
  /** HTTP status that the site gave; 0 when it gave no answer at all. */
  httpStatus?: number;
  url: string;
}

/**
 * A site that UppTime watches.
 *
 * @public
 */
export interface UpptimeView {
  siteName: string;
  siteUrl: string;
  /** Page of the site in UppTime. */
  pageUrl?: string;
  /** What UppTime itself says; absent when it says something else. */
  status?: 'up' | 'down' | 'degraded';
  /** Percentage of checks that succeeded. */
  uptimePercent: UpptimePeriods;
  /** Average response time in milliseconds. */
  responseTimeMs: UpptimePeriods;
  /** Median of the averages over a week, a month and a year, in milliseconds. */
  usualResponseTimeMs?: number;
  /** Minutes down a day, 90 points, oldest first, today last; empty where UppTime does not tell. */
  downMinutesByDay: TimeSeriesPoint[];
  /** Of 90 days, newest first; absent where the portal cannot read them. */
  incidents?: UpptimeIncident[];
}

/**
 * When a site is in trouble.
 *
 * @public
 */
export interface UpptimeThresholds {
  /** Attention below this percentage of successful checks over a day. */
  dayUptimePercent: number;
  /** A site that is up contradicts itself below this percentage of successful checks. */
  contradictionPercent: number;
  /** Attention above this many times the usual response time. */
  slowFactor: number;
}

/**
 * Defaults of {@link UpptimeThresholds}.
 *
 * @public
 */
export const defaultUpptimeThresholds: UpptimeThresholds = {
  dayUptimePercent: 99,
  contradictionPercent: 50,
  slowFactor: 3,
};

/**
 * Judges a site that UppTime watches.
 *
 * @public
 */
export function toUpptimeVerdict(
  view: UpptimeView,
  thresholds: UpptimeThresholds,
): Verdict {
  const reasons: VerdictReason[] = [];
  const { status, uptimePercent, responseTimeMs, usualResponseTimeMs } = view;
  // `all` goes back years: it counts only where UppTime tells nothing newer.
  const uptime = uptimePercent.day ?? uptimePercent.all;
  if (status === 'down') {
    reasons.push({ level: 'problem', key: 'upptime.down' });
  }
  if (status === 'degraded') {
    reasons.push({ level: 'attention', key: 'upptime.degraded' });
  }
  if (
    status === 'up' &&
    uptime !== undefined &&
    uptime < thresholds.contradictionPercent
  ) {
    reasons.push({
      level: 'attention',
      key: 'upptime.contradiction',
      params: { percent: uptime },
    });
  } else if (
    uptimePercent.day !== undefined &&
    uptimePercent.day < thresholds.dayUptimePercent
  ) {
    reasons.push({
      level: 'attention',
      key: 'upptime.lowDay',
      params: { percent: uptimePercent.day },
    });
  }
  if (
    responseTimeMs.day !== undefined &&
    usualResponseTimeMs !== undefined &&
    responseTimeMs.day > thresholds.slowFactor * usualResponseTimeMs
  ) {
    reasons.push({
      level: 'attention',
      key: 'upptime.slow',
      params: { ms: responseTimeMs.day, usual: usualResponseTimeMs },
    });
  }
  return createVerdict(reasons);
}

/**
 * Name of the service, and the sentences of {@link toUpptimeVerdict}.
 *
 * @public
 */
export const upptimeVerdictWords = {
  title: 'UppTime',
  reason: {
    down: 'the site does not answer',
    degraded: 'the site answers, but slowly',
    contradiction:
      'UppTime says that the site answers, yet only {{percent, number}}% of its checks succeeded',
    lowDay: 'the site answered to {{percent, number}}% of the checks of a day',
    slow: 'the site answers in {{ms, number}} ms, where {{usual, number}} ms are usual',
  },
} as const satisfies VerdictWords;

/**
 * French of {@link upptimeVerdictWords}.
 *
 * @public
 */
export const frUpptimeVerdictWords = {
  title: 'UppTime',
  reason: {
    down: 'le site ne répond pas',
    degraded: 'le site répond, mais lentement',
    contradiction:
      'UppTime dit que le site répond, mais seulement {{percent, number}} % de ses vérifications ont réussi',
    lowDay:
      'le site a répondu à {{percent, number}} % des vérifications en un jour',
    slow: "le site répond en {{ms, number}} ms, contre {{usual, number}} ms d'habitude",
  },
} satisfies VerdictWords<keyof typeof upptimeVerdictWords.reason>;
