import { VerdictReason } from './verdict';

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
