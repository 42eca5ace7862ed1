import {
  createVerdict,
  Verdict,
  VerdictReason,
  VerdictWords,
} from '../verdict';
import { AnnotationDefinition } from '../annotation';
import { TimeSeriesPoint } from '../timeSeries';

/**
 * Links an entity to a Sentry project: `slug` or `organization/slug`.
 *
 * @public
 */
export const sentryAnnotation: AnnotationDefinition = {
  name: 'sentry.io/project-slug',
  title: { en: 'Sentry project', fr: 'Projet Sentry' },
  description: {
    en: 'Slug of the Sentry project, alone or after its organization: `domifa-backend` or `incubateur/domifa-backend`.',
    fr: 'Identifiant (« slug ») du projet Sentry, seul ou après son organisation : `domifa-backend` ou `incubateur/domifa-backend`.',
  },
  pattern: '([a-z0-9][a-z0-9_-]*/)?[a-z0-9][a-z0-9_-]*',
  example: 'domifa-backend',
  perEnvironment: true,
};

/**
 * An unresolved issue of a Sentry project.
 *
 * @public
 */
export interface SentryIssue {
  id: string;
  shortId: string;
  title: string;
  culprit?: string;
  level: string;
  /** Events and people within 14 days, in the environment. */
  eventCount: number;
  userCount: number;
  firstSeenAt: string;
  lastSeenAt: string;
  /** First seen within the threshold's window. */
  isNew: boolean;
  /** Came back after it had been resolved. */
  isRegressed: boolean;
  url: string;
}

/**
 * A Sentry project in one environment.
 *
 * @public
 */
export interface SentryView {
  organization: string;
  project: string;
  /** Unresolved issues of the environment; `complete` is false when there are more than were counted. */
  unresolved: { count: number; complete: boolean };
  /** Issues first seen, or regressed, within 24 h. */
  newIssueCount: number;
  regressedIssueCount: number;
  /** New and regressed issues, then the most frequent unresolved ones; five at most. */
  issues: SentryIssue[];
  /** Accepted error events an hour, 24 points, oldest first. */
  eventsByHour: TimeSeriesPoint[];
  /** Accepted error events a day, 14 points, oldest first. */
  eventsByDay: TimeSeriesPoint[];
  /** Events of the last full hour, and the median hour of 14 days. */
  lastHourEventCount: number;
  medianHourEventCount: number;
  /** Change of the last 24 h against the 24 h before, in percent; absent when those had none. */
  trendPercent?: number;
  /** Change of the last 7 days against the 7 before, likewise. */
  weekTrendPercent?: number;
  /** All environments that sent something; event counts are those of all of them together. */
  environments: string[];
  /** Those of them that the issues, releases and sessions are of; empty when nothing came from there. */
  shownEnvironments: string[];
  /** Newest first, three at most. */
  releases: { version: string; createdAt: string; url: string }[];
  /** Percentage of sessions without a crash over 24 h; absent when no session is sent. */
  crashFreeSessionsPercent?: number;
}

/**
 * When a Sentry project is in trouble.
 *
 * @public
 */
export interface SentryThresholds {
  /** The last hour counts as a peak above this many times the median hour… */
  peakFactor: number;
  /** …and above this many events. */
  peakMinimumEvents: number;
}

/**
 * Defaults of {@link SentryThresholds}.
 *
 * @public
 */
export const defaultSentryThresholds: SentryThresholds = {
  peakFactor: 10,
  peakMinimumEvents: 50,
};

/**
 * Judges a Sentry project.
 *
 * @public
 */
export function toSentryVerdict(
  view: SentryView,
  thresholds: SentryThresholds,
): Verdict {
  const reasons: VerdictReason[] = [];
  const { lastHourEventCount, medianHourEventCount } = view;
  if (
    lastHourEventCount > thresholds.peakFactor * medianHourEventCount &&
    lastHourEventCount > thresholds.peakMinimumEvents
  ) {
    reasons.push({
      level: 'problem',
      key: 'sentry.eventPeak',
      params: { count: lastHourEventCount, median: medianHourEventCount },
    });
  }
  if (view.newIssueCount > 0) {
    reasons.push({
      level: 'attention',
      key: 'sentry.newIssues',
      params: { count: view.newIssueCount },
    });
  }
  if (view.regressedIssueCount > 0) {
    reasons.push({
      level: 'attention',
      key: 'sentry.regressedIssues',
      params: { count: view.regressedIssueCount },
    });
  }
  return createVerdict(reasons);
}

/**
 * Name of the service, and the sentences of {@link toSentryVerdict}.
 *
 * @public
 */
export const sentryVerdictWords = {
  title: 'Sentry',
  reason: {
    eventPeak_one:
      '{{count, number}} error within an hour, where {{median, number}} is usual',
    eventPeak_other:
      '{{count, number}} errors within an hour, where {{median, number}} are usual',
    newIssues_one: '{{count, number}} new error since yesterday',
    newIssues_other: '{{count, number}} new errors since yesterday',
    regressedIssues_one: '{{count, number}} error came back after a fix',
    regressedIssues_other: '{{count, number}} errors came back after a fix',
  },
} as const satisfies VerdictWords;

/**
 * French of {@link sentryVerdictWords}.
 *
 * @public
 */
export const frSentryVerdictWords = {
  title: 'Sentry',
  reason: {
    eventPeak_one:
      "{{count, number}} erreur en une heure, contre {{median, number}} d'habitude",
    eventPeak_other:
      "{{count, number}} erreurs en une heure, contre {{median, number}} d'habitude",
    newIssues_one: '{{count, number}} nouvelle erreur depuis hier',
    newIssues_other: '{{count, number}} nouvelles erreurs depuis hier',
    regressedIssues_one:
      '{{count, number}} erreur est revenue après correction',
    regressedIssues_other:
      '{{count, number}} erreurs sont revenues après correction',
  },
} satisfies VerdictWords<keyof typeof sentryVerdictWords.reason>;
