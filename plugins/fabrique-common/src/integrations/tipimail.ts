import {
  createVerdict,
  Verdict,
  VerdictReason,
  VerdictWords,
} from '../verdict';
import { AnnotationDefinition } from '../annotation';
import { TimeSeriesPoint } from '../timeSeries';

/**
 * Links an entity to what it sends through Tipimail. Tipimail counts by sender, and so the domain alone
 * would not tell the messages of one application from those of another.
 *
 * @public
 */
export const tipimailAnnotation: AnnotationDefinition = {
  name: 'fabrique.social.gouv.fr/tipimail-senders',
  title: { en: 'Tipimail senders', fr: 'Expéditeurs Tipimail' },
  description: {
    en: 'Addresses from which the application sends its messages, separated by commas. Their domains are the sending domains that have to be verified in Tipimail.',
    fr: "Adresses depuis lesquelles l'application envoie ses messages, séparées par des virgules. Leurs domaines sont les domaines d'envoi à vérifier dans Tipimail.",
  },
  pattern: '[^\\s,@]+@[^\\s,@/]+(\\s*,\\s*[^\\s,@]+@[^\\s,@/]+)*',
  example: 'ne-pas-repondre@domifa.fabrique.social.gouv.fr',
  perEnvironment: true,
};

/**
 * A domain from which an application sends.
 *
 * @public
 */
export interface TipimailDomain {
  name: string;
  /** Whether Tipimail knows the domain at all; without it, nothing is verified. */
  isDeclared: boolean;
  isDkimVerified: boolean;
  isSpfVerified: boolean;
}

/**
 * What became of messages within a time. A message that is refused never leaves Tipimail.
 *
 * @public
 */
export interface TipimailCounts {
  sentCount: number;
  deliveredCount: number;
  /** Returned by the recipient's server, for good or for now. */
  bouncedCount: number;
  /** Reported as unwanted by those who got them. */
  complaintCount: number;
  /** Rejected, or in error, before they were sent. */
  refusedCount: number;
}

/**
 * The messages of an application that sends through Tipimail.
 *
 * @public
 */
export interface TipimailSendingView {
  mode: 'sending';
  senders: string[];
  domains: TipimailDomain[];
  /** Of 30 days. */
  total: TipimailCounts;
  /** Of 24 hours. */
  lastDay: TipimailCounts;
  /** Messages sent a day, 30 points, oldest first, today last. */
  sentByDay: TimeSeriesPoint[];
}

/**
 * Nothing is sent in some environments: a mail catcher (maildev, Mailpit) keeps what the application
 * writes.
 *
 * @public
 */
export interface TipimailCatcherView {
  mode: 'mail-catcher';
}

/**
 * How the messages of an application leave it in one environment.
 *
 * @public
 */
export type TipimailView = TipimailSendingView | TipimailCatcherView;

/**
 * When the messages of an application are in trouble. Each rate counts from a number of messages on,
 * below which one single message would exceed it.
 *
 * @public
 */
export interface TipimailThresholds {
  /** A problem from this percentage of messages that Tipimail refused within 24 hours… */
  refusedPercent: number;
  /** …out of this many messages or more. */
  refusedMinimumMessages: number;
  /** Attention above this percentage of messages that came back within 30 days… */
  bouncedPercent: number;
  /** …out of this many messages or more. */
  bouncedMinimumMessages: number;
  /** Attention above this percentage of complaints within 30 days… */
  complaintPercent: number;
  /** …out of this many messages or more. */
  complaintMinimumMessages: number;
}

/**
 * Defaults of {@link TipimailThresholds}.
 *
 * @public
 */
export const defaultTipimailThresholds: TipimailThresholds = {
  refusedPercent: 50,
  refusedMinimumMessages: 20,
  bouncedPercent: 5,
  bouncedMinimumMessages: 100,
  complaintPercent: 0.1,
  complaintMinimumMessages: 1000,
};

/**
 * The percentage that a part is of a whole; 0 where there is nothing.
 *
 * @public
 */
export function toTipimailPercent(part: number, whole: number): number {
  return whole > 0 ? (100 * part) / whole : 0;
}

/**
 * Judges how the messages of an application are sent.
 *
 * @public
 */
export function toTipimailVerdict(
  view: TipimailView,
  thresholds: TipimailThresholds,
): Verdict {
  if (view.mode === 'mail-catcher') return createVerdict([]);
  const reasons: VerdictReason[] = [];
  const { total, lastDay, domains } = view;
  // Whether what is refused counts as sent too is not documented: it is part of the whole either way.
  const attempts = Math.max(lastDay.sentCount, lastDay.refusedCount);
  const refused = toTipimailPercent(lastDay.refusedCount, attempts);
  if (
    attempts >= thresholds.refusedMinimumMessages &&
    refused >= thresholds.refusedPercent
  ) {
    reasons.push({
      level: 'problem',
      key: 'tipimail.refused',
      params: { count: lastDay.refusedCount, total: attempts },
    });
  }
  for (const { name, isDeclared, isDkimVerified, isSpfVerified } of domains) {
    const missing = [
      ...(isDkimVerified ? [] : ['DKIM']),
      ...(isSpfVerified ? [] : ['SPF']),
    ];
    if (!isDeclared) {
      reasons.push({
        level: 'attention',
        key: 'tipimail.domainUnknown',
        params: { domain: name },
      });
    } else if (missing.length > 0) {
      reasons.push({
        level: 'attention',
        key: 'tipimail.domainNotVerified',
        params: { domain: name, missing: missing.join(', ') },
      });
    }
  }
  const bounced = toTipimailPercent(total.bouncedCount, total.sentCount);
  if (
    total.sentCount >= thresholds.bouncedMinimumMessages &&
    bounced > thresholds.bouncedPercent
  ) {
    reasons.push({
      level: 'attention',
      key: 'tipimail.bounces',
      params: { percent: round(bounced) },
    });
  }
  const complaints = toTipimailPercent(total.complaintCount, total.sentCount);
  if (
    total.sentCount >= thresholds.complaintMinimumMessages &&
    complaints > thresholds.complaintPercent
  ) {
    reasons.push({
      level: 'attention',
      key: 'tipimail.complaints',
      params: { percent: round(complaints) },
    });
  }
  return createVerdict(reasons);
}

/** Two decimals: what is compared is not rounded, what is said is. */
function round(percent: number): number {
  return Math.round(percent * 100) / 100;
}

/**
 * Name of the service, and the sentences of {@link toTipimailVerdict}.
 *
 * @public
 */
export const tipimailVerdictWords = {
  title: 'Tipimail',
  reason: {
    refused_one:
      'Tipimail refused {{count, number}} of {{total, number}} messages since yesterday',
    refused_other:
      'Tipimail refused {{count, number}} of {{total, number}} messages since yesterday',
    bounces: '{{percent, number}}% of the messages come back',
    complaints: '{{percent, number}}% of the messages are reported as unwanted',
    domainNotVerified:
      'the domain {{domain}} is not verified in Tipimail ({{missing}})',
    domainUnknown: 'the domain {{domain}} is not declared in Tipimail',
  },
} as const satisfies VerdictWords;

/**
 * French of {@link tipimailVerdictWords}.
 *
 * @public
 */
export const frTipimailVerdictWords = {
  title: 'Tipimail',
  reason: {
    refused_one:
      'Tipimail a refusé {{count, number}} message sur {{total, number}} depuis hier',
    refused_other:
      'Tipimail a refusé {{count, number}} messages sur {{total, number}} depuis hier',
    bounces: "{{percent, number}} % des messages n'arrivent pas à destination",
    complaints:
      '{{percent, number}} % des messages sont signalés comme indésirables',
    domainNotVerified:
      "le domaine {{domain}} n'est pas vérifié dans Tipimail ({{missing}})",
    domainUnknown: "le domaine {{domain}} n'est pas déclaré dans Tipimail",
  },
} satisfies VerdictWords<keyof typeof tipimailVerdictWords.reason>;
