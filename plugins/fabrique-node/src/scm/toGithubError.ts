import {
  isUpstreamError,
  parseRetryAfter,
  toUpstreamError,
  UpstreamError,
} from '../upstream';

/**
 * Makes an error of what Octokit throws.
 *
 * GitHub says "too many requests" with 403 as often as with 429; and Octokit gives a broken connection
 * the status 500, which GitHub never sent.
 *
 * @see https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export function toGithubError(
  thrown: unknown,
  operation: { service: string; name: string },
): UpstreamError {
  if (isUpstreamError(thrown)) return thrown;
  const { response, cause } = thrown as {
    response?: { headers?: Record<string, string | undefined>; data?: unknown };
    cause?: unknown;
  };
  if (!response) {
    const message = thrown instanceof Error ? thrown.message : 'no answer';
    return toUpstreamError(cause ?? new Error(message), operation);
  }
  const error = toUpstreamError(thrown, operation, toWords(response.data));
  const { headers = {} } = response;
  const isSpent = headers['x-ratelimit-remaining'] === '0';
  if (error.kind !== 'forbidden' && error.kind !== 'rate-limited') return error;
  if (!isSpent && !headers['retry-after'] && error.kind === 'forbidden') {
    return error;
  }
  const reset = Number(headers['x-ratelimit-reset']);
  return new UpstreamError(error.message, {
    kind: 'rate-limited',
    upstreamStatus: error.upstreamStatus,
    retryAfter:
      parseRetryAfter(headers['retry-after']) ??
      (isSpent && reset ? new Date(reset * 1000) : undefined),
    detail: error.detail,
    cause: thrown,
  });
}

/** What GitHub says, and of which fields; Octokit's message is JSON where it names fields, and has an address. */
function toWords(data: unknown): string {
  const { message, errors } = Object(data) as {
    message?: unknown;
    errors?: unknown;
  };
  const details = Array.isArray(errors)
    ? errors.map(error => (typeof error === 'string' ? error : error?.message))
    : [];
  return [message, ...details]
    .filter(part => typeof part === 'string' && part)
    .join(' ');
}
