/**
 * How a service is doing, worst first.
 *
 * @public
 */
export type VerdictLevel = 'problem' | 'attention' | 'ok';

/**
 * Why a verdict is what it is: a message key of the frontend's translations
 * (`reason.<service>.<key>`) with its parameters, so that the browser words it.
 *
 * @public
 */
export interface VerdictReason {
  level: 'problem' | 'attention';
  /** For example `sentry.newIssues`. */
  key: string;
  params?: Record<string, string | number>;
}

/**
 * The judgement on one view. `level` is the worst level among `reasons`.
 *
 * @public
 */
export interface Verdict {
  level: VerdictLevel;
  reasons: VerdictReason[];
}

const order: VerdictLevel[] = ['problem', 'attention', 'ok'];

/**
 * Orders levels, worst first.
 *
 * @public
 */
export function compareVerdictLevels(a: VerdictLevel, b: VerdictLevel): number {
  return order.indexOf(a) - order.indexOf(b);
}

/**
 * Makes a verdict of its reasons: sorted worst first, its level that of the worst one.
 *
 * @public
 */
export function createVerdict(reasons: VerdictReason[]): Verdict {
  const sorted = [...reasons].sort((a, b) =>
    compareVerdictLevels(a.level, b.level),
  );
  return { level: sorted[0]?.level ?? 'ok', reasons: sorted };
}

/**
 * The name of a service, and a sentence for each reason of its verdict, in one language; in lower case,
 * as they also follow the name. Parameters and plurals are written as i18next reads them:
 * `{{count, number}}`, `newIssues_one`, `newIssues_other`.
 *
 * @public
 */
export interface VerdictWords<Key extends string = string> {
  readonly title: string;
  readonly reason: { readonly [K in Key]: string };
}

/**
 * The parameters of a reason's sentence: its own, the number that makes it plural as `count`, and its
 * minutes as `duration`.
 *
 * @param formatDuration - gives seconds in words
 *
 * @public
 */
export function toReasonParams(
  { params = {} }: VerdictReason,
  formatDuration: (seconds: number) => string,
): Record<string, string | number | undefined> {
  return {
    ...params,
    count: params.count ?? params.ready ?? params.wanted,
    duration: formatDuration(Number(params.minutes ?? 0) * 60),
  };
}
