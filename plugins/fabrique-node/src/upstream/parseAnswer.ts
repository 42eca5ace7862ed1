import { randomUUID } from 'crypto';
import { z } from 'zod/v4';
import { UpstreamError } from './UpstreamError';

/**
 * Reads what an SDK, or a part of an answer, gave with `schema`, which names only the fields that are
 * used.
 *
 * @throws UpstreamError of kind `invalid-response`
 *
 * @public
 */
export function parseAnswer<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  operation: { service: string; name: string },
): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw createInvalidResponseError(
    operation,
    z.prettifyError(result.error),
    result.error,
  );
}

/**
 * Says that an upstream answered something else than it documents. `reference` links what a person
 * sees to the line of the log that holds `detail`.
 *
 * @public
 */
export function createInvalidResponseError(
  operation: { service: string; name: string },
  detail: string,
  cause?: unknown,
): UpstreamError {
  return new UpstreamError(
    `${operation.service} ${operation.name}: unexpected answer`,
    {
      kind: 'invalid-response',
      detail,
      reference: randomUUID().slice(0, 8),
      cause,
    },
  );
}
