import {
  toFailureKind,
  UpstreamError,
} from '@socialgouv/backstage-plugin-fabrique-node';

const longest = 500;

/**
 * Makes an `UpstreamError` of what a push throws where GitHub refuses it; other errors stay as they are.
 *
 * @see https://isomorphic-git.org/docs/en/errors, `HttpError`
 */
export function toPushError(error: unknown): unknown {
  const { data } = Object(error) as {
    data?: { statusCode?: number; statusMessage?: string; response?: string };
  };
  if (typeof data?.statusCode !== 'number') return error;
  const { statusCode, statusMessage, response } = data;
  return new UpstreamError(`GitHub push: HTTP ${statusCode}`, {
    kind: toFailureKind(statusCode),
    upstreamStatus: statusCode,
    // GitHub answers git in plain text; a proxy's page says nothing.
    detail: (response && !/<\w/.test(response)
      ? response.trim()
      : statusMessage
    )?.slice(0, longest),
    cause: error,
  });
}
