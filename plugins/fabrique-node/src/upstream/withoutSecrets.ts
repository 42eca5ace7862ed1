import { UpstreamError } from './UpstreamError';

/** No token is shorter; a short word would be cut out of words that mean something. */
const shortest = 6;

/**
 * Cuts credentials out of the upstream's own words: some repeat the token that they refuse, and those
 * words reach the logs of tasks.
 */
export function withoutSecrets(
  error: UpstreamError,
  secrets: readonly string[],
): UpstreamError {
  const { detail } = error;
  if (detail === undefined) return error;
  const clean = secrets
    .flatMap(secret => [secret, encodeURIComponent(secret)])
    .filter(({ length }) => length >= shortest)
    .reduce((words, secret) => words.replaceAll(secret, '<secret>'), detail);
  if (clean === detail) return error;
  return new UpstreamError(error.message, {
    ...error,
    detail: clean,
    cause: error.cause,
  });
}
