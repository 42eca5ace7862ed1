import {
  createVerdict,
  Verdict,
  VerdictReason,
  VerdictWords,
} from '../verdict';
import { AnnotationDefinition } from '../annotation';
import { TimeSeriesPoint } from '../timeSeries';

/**
 * Links an entity to its Matomo site.
 *
 * @public
 */
export const matomoAnnotation: AnnotationDefinition = {
  name: 'matomo.io/site-id',
  title: { en: 'Matomo site', fr: 'Site Matomo' },
  description: {
    en: 'Numeric identifier of the Matomo site (`idSite`) that counts the visits. Between quotes: annotations are strings.',
    fr: 'Identifiant numérique du site Matomo (`idSite`) qui compte les visites. Entre guillemets : une annotation est un texte.',
  },
  pattern: '[1-9][0-9]*',
  example: '63',
  perEnvironment: true,
};

/**
 * Conditions of the CNIL exemption of which Matomo's API tells whether they are met.
 *
 * @public
 */
export type MatomoExemptionCheck =
  | 'ecommerce-off'
  | 'user-id-off'
  | 'heatmaps-off'
  | 'session-recording-off'
  | 'visitor-log-off';

/**
 * Conditions of the CNIL exemption that nobody but a person can check.
 *
 * @public
 */
export const matomoManualChecks = [
  'ip-anonymised',
  'third-party-cookies-off',
  'cross-domain-off',
  'cookies-13-months',
  'retention-25-months',
  'opt-out',
] as const;

/**
 * A Matomo site.
 *
 * @public
 */
export interface MatomoView {
  siteId: number;
  siteName: string;
  mainUrl: string;
  visitsToday: number;
  /** Visits a day, 30 points, oldest first, today last. */
  visitsByDay: TimeSeriesPoint[];
  /** Visits of each of these days a week before, 30 points too. */
  visitsAWeekEarlier: TimeSeriesPoint[];
  /** Sums over the last 7 full days, and the 7 before. */
  visitsLastWeek: number;
  visitsWeekBefore: number;
  /** Visits of the last full 24 h (yesterday), and of the same weekday a week before. */
  visitsYesterday: number;
  visitsSameWeekdayBefore: number;
  bounceRatePercent?: number;
  actionsPerVisit?: number;
  /** Five most visited pages over 30 days. */
  topPages: { label: string; visits: number; url?: string }[];
  goals: { name: string; conversions: number }[];
  /** `met` is absent where the API does not tell, as the token may not see it. */
  exemption: { check: MatomoExemptionCheck; met?: boolean }[];
}

/**
 * When a site asks for attention.
 *
 * @public
 */
export interface MatomoThresholds {
  /** No visit for a day counts as broken tracking where the same weekday had this many. */
  expectedVisits: number;
}

/**
 * Defaults of {@link MatomoThresholds}.
 *
 * @public
 */
export const defaultMatomoThresholds: MatomoThresholds = {
  expectedVisits: 100,
};

/**
 * Judges a Matomo site.
 *
 * @public
 */
export function toMatomoVerdict(
  view: MatomoView,
  thresholds: MatomoThresholds,
): Verdict {
  const reasons: VerdictReason[] = [];
  if (
    view.visitsYesterday === 0 &&
    view.visitsToday === 0 &&
    view.visitsSameWeekdayBefore >= thresholds.expectedVisits
  ) {
    reasons.push({
      level: 'attention',
      key: 'matomo.noVisits',
      params: { expected: view.visitsSameWeekdayBefore },
    });
  }
  const unmet = view.exemption.filter(item => item.met === false);
  if (unmet.length > 0) {
    reasons.push({
      level: 'attention',
      key: 'matomo.exemptionNotMet',
      params: { count: unmet.length },
    });
  }
  return createVerdict(reasons);
}

/**
 * Name of the service, and the sentences of {@link toMatomoVerdict}.
 *
 * @public
 */
export const matomoVerdictWords = {
  title: 'Matomo',
  reason: {
    noVisits:
      'no visit for 24 h, where {{expected, number}} are usual: the counting may be broken',
    exemptionNotMet_one:
      '{{count, number}} condition of the CNIL exemption is not met',
    exemptionNotMet_other:
      '{{count, number}} conditions of the CNIL exemption are not met',
  },
} as const satisfies VerdictWords;

/**
 * French of {@link matomoVerdictWords}.
 *
 * @public
 */
export const frMatomoVerdictWords = {
  title: 'Matomo',
  reason: {
    noVisits:
      "aucune visite depuis 24 h, contre {{expected, number}} d'habitude : le comptage est peut-être cassé",
    exemptionNotMet_one:
      "{{count, number}} condition de l'exemption CNIL n'est pas remplie",
    exemptionNotMet_other:
      "{{count, number}} conditions de l'exemption CNIL ne sont pas remplies",
  },
} satisfies VerdictWords<keyof typeof matomoVerdictWords.reason>;
