import { FailureKind } from '@socialgouv/backstage-plugin-fabrique-common';
import { UpstreamError, isUpstreamError } from './UpstreamError';

const kindsByStatus: Record<number, FailureKind> = {
  401: 'auth',
  403: 'forbidden',
  404: 'not-found',
  408: 'timeout',
  410: 'not-found',
  429: 'rate-limited',
};

/**
 * The failure that an HTTP status stands for. Any other 4xx is an answer that the upstream does not
 * document for the calls of this suite.
 *
 * @public
 */
export function toFailureKind(status: number): FailureKind {
  return (
    kindsByStatus[status] ??
    (status >= 500 ? 'unavailable' : 'invalid-response')
  );
}

/**
 * Reads `Retry-After` in both of its forms, seconds and HTTP date (RFC 9110, 10.2.3).
 *
 * @public
 */
export function parseRetryAfter(
  header: string | null | undefined,
  now: Date = new Date(),
): Date | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  const date = new Date(
    Number.isFinite(seconds)
      ? now.getTime() + seconds * 1000
      : Date.parse(header),
  );
  // A number may be beyond what a date can say, which could not be written down later.
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/**
 * Makes an {@link UpstreamError} of whatever an SDK or `fetch` throws. SDKs of GitHub, GitLab, Azure
 * and Kubernetes say the HTTP status in different fields.
 *
 * @param words - what the upstream said, where the error's message has more or less than that
 *
 * @public
 */
export function toUpstreamError(
  error: unknown,
  operation: { service: string; name: string },
  words?: string,
): UpstreamError {
  if (isUpstreamError(error)) return error;
  const what = `${operation.service} ${operation.name}`;
  const status = readStatus(error);
  const said = words || (error instanceof Error ? error.message : undefined);
  if (status) {
    return new UpstreamError(`${what}: HTTP ${status}`, {
      kind: toFailureKind(status),
      upstreamStatus: status,
      retryAfter: parseRetryAfter(readHeader(error, 'retry-after')),
      detail: said === undefined ? undefined : withoutUrls(said),
      cause: error,
    });
  }
  if (
    error instanceof Error &&
    /^(AbortError|TimeoutError)$/.test(error.name)
  ) {
    return new UpstreamError(`${what}: no answer in time`, {
      kind: 'timeout',
      cause: error,
    });
  }
  return new UpstreamError(`${what}: no connection`, {
    kind: 'network',
    detail: error instanceof Error ? withoutUrls(error.message) : undefined,
    cause: error,
  });
}

/** Query strings and credentials of URLs never reach a message. */
function withoutUrls(message: string): string {
  return message
    .replace(/\b[a-z][a-z0-9+.-]*:\/\/\S+/gi, '<url>')
    .slice(0, 500);
}

function readStatus(error: unknown): number | undefined {
  const candidate = error as {
    status?: unknown;
    statusCode?: unknown;
    code?: unknown;
    response?: { status?: unknown };
    cause?: { response?: { status?: unknown } };
  };
  return [
    candidate?.status,
    candidate?.statusCode,
    candidate?.response?.status,
    candidate?.cause?.response?.status,
    candidate?.code,
  ].find(
    (value): value is number =>
      typeof value === 'number' && value >= 300 && value < 600,
  );
}

function readHeader(error: unknown, name: string): string | undefined {
  const candidate = error as {
    response?: { headers?: unknown };
    cause?: { response?: { headers?: unknown } };
    headers?: unknown;
  };
  const headers =
    candidate?.response?.headers ??
    candidate?.cause?.response?.headers ??
    candidate?.headers;
  if (headers && typeof (headers as Headers).get === 'function') {
    return (headers as Headers).get(name) ?? undefined;
  }
  return (headers as Record<string, string> | undefined)?.[name];
}
