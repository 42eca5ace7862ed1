/**
 * What went wrong with an upstream, as a closed list: each kind has its own sentence.
 *
 * - `auth`: the upstream rejects the portal's credentials (401).
 * - `forbidden`: the credentials have no access to this thing (403).
 * - `not-found`: the linked thing does not exist (any more).
 * - `rate-limited`: too many requests (429); `retryAfter` says when to try again.
 * - `timeout`: no answer in time.
 * - `unavailable`: the upstream says that it is broken (5xx).
 * - `network`: no connection, or it broke.
 * - `invalid-response`: an answer that is not what the upstream documents.
 * - `misconfigured-link`: the annotation cannot be understood; nobody was asked.
 *
 * @public
 */
export type FailureKind =
  | 'auth'
  | 'forbidden'
  | 'not-found'
  | 'rate-limited'
  | 'timeout'
  | 'unavailable'
  | 'network'
  | 'invalid-response'
  | 'misconfigured-link';

/**
 * A failure as it reaches the browser. Never holds a token, a password or a query string.
 *
 * @public
 */
export interface Failure {
  kind: FailureKind;
  /** English, for logs and for those who read the API; the page words it from `kind`. */
  message: string;
  /** ISO 8601 time of the next try, when the upstream gave one. */
  retryAfter?: string;
  /** HTTP status that the upstream gave. */
  upstreamStatus?: number;
  /** Seconds that were waited before giving up. */
  timeoutSeconds?: number;
  /** Finds the log line of an `invalid-response`. */
  reference?: string;
}
