import {
  compareVerdictLevels,
  EntityOverview,
  IntegrationResult,
  VerdictLevel,
  VerdictReason,
} from '@socialgouv/backstage-plugin-fabrique-common';

/** A reason with the service that gives it. */
export interface ServiceReason {
  service: string;
  reason: VerdictReason;
}

/** An overview in the order in which people ask about it. Services are ids. */
export interface OverviewSummary {
  /** `unknown` when nothing is wrong as far as one knows, and something does not answer. */
  level: VerdictLevel | 'pending' | 'unknown' | 'none';
  /** Worst first, then in the order of the page. */
  reasons: ServiceReason[];
  problemCount: number;
  attentionCount: number;
  well: string[];
  /** Answered once and cannot be renewed. */
  stale: string[];
  failed: string[];
  pending: string[];
  notLinked: string[];
}

/** Sums up an overview. A service that does not answer is never counted as well. */
export function summarizeOverview(overview: EntityOverview): OverviewSummary {
  const results: [string, IntegrationResult][] = Object.entries(
    overview.services,
  );
  const idsOf = (matches: (result: IntegrationResult) => boolean) =>
    results.filter(([, result]) => matches(result)).map(([id]) => id);

  const reasons = results
    .flatMap(([service, result]) =>
      result.state === 'ok'
        ? result.verdict.reasons.map(reason => ({ service, reason }))
        : [],
    )
    .sort((a, b) => compareVerdictLevels(a.reason.level, b.reason.level));
  const well = idsOf(r => r.state === 'ok' && r.verdict.level === 'ok');
  const failed = idsOf(r => r.state === 'failed');
  const pending = idsOf(r => r.state === 'pending');

  return {
    level: toLevel(),
    reasons,
    problemCount: reasons.filter(r => r.reason.level === 'problem').length,
    attentionCount: reasons.filter(r => r.reason.level === 'attention').length,
    well,
    stale: idsOf(r => r.state === 'ok' && r.stale === true),
    failed,
    pending,
    notLinked: idsOf(r => r.state === 'not-linked'),
  };

  function toLevel(): OverviewSummary['level'] {
    if (reasons.length > 0) return reasons[0].reason.level;
    if (failed.length > 0) return 'unknown';
    if (pending.length > 0) return 'pending';
    return well.length > 0 ? 'ok' : 'none';
  }
}
