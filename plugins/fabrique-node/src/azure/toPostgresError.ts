import { FailureKind } from '@socialgouv/backstage-plugin-fabrique-common';
import { isUpstreamError, toUpstreamError, UpstreamError } from '../upstream';

// Classes and codes of https://www.postgresql.org/docs/current/errcodes-appendix.html
const kinds: [RegExp, FailureKind][] = [
  [/^28/, 'auth'],
  [/^42501$/, 'forbidden'],
  [/^3D000$/, 'not-found'],
  [/^(53|57P|08)/, 'unavailable'],
  [/^57014$/, 'timeout'],
];

/**
 * Makes an `UpstreamError` of what the Postgres driver throws. Its codes have five characters, and
 * its messages never hold a password.
 *
 * @public
 */
export function toPostgresError(
  error: unknown,
  operation: string,
): UpstreamError {
  if (isUpstreamError(error)) return error;
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code)) {
    return toUpstreamError(error, { service: 'Postgres', name: operation });
  }
  return new UpstreamError(`Postgres ${operation}: error ${code}`, {
    kind:
      kinds.find(([pattern]) => pattern.test(code))?.[1] ?? 'invalid-response',
    detail: typeof message === 'string' ? message.slice(0, 500) : undefined,
  });
}
