import { z } from 'zod/v4';
import {
  createInvalidResponseError,
  parseRetryAfter,
  toFailureKind,
  toUpstreamError,
  UpstreamError,
} from '../../upstream';

const ApiException = z.object({
  code: z.number(),
  body: z.unknown(),
  headers: z.record(z.string(), z.string()).catch({}),
});
const Status = z.object({ message: z.string() });

/**
 * Makes an error of what the SDK throws. Its own messages hold headers and bodies; of these, only the
 * cluster's sentence is kept: `pods is forbidden: User … cannot list resource "pods"`.
 */
export function toKubernetesError(
  thrown: unknown,
  operation: { service: string; name: string },
): UpstreamError {
  // What the SDK cannot read it says with errors of the language itself.
  if (thrown instanceof SyntaxError || thrown instanceof TypeError) {
    return createInvalidResponseError(operation, thrown.message, thrown);
  }
  const exception = ApiException.safeParse(thrown).data;
  if (!exception) return toUpstreamError(thrown, operation);
  const { code, body, headers } = exception;
  return new UpstreamError(
    `${operation.service} ${operation.name}: HTTP ${code}`,
    {
      kind: toFailureKind(code),
      upstreamStatus: code,
      retryAfter: parseRetryAfter(headers['retry-after']),
      detail: readStatusMessage(body)?.slice(0, 500),
      cause: thrown,
    },
  );
}

function readStatusMessage(body: unknown): string | undefined {
  if (typeof body !== 'string') return Status.safeParse(body).data?.message;
  try {
    return Status.safeParse(JSON.parse(body)).data?.message;
  } catch {
    // A page of a proxy says nothing.
    return undefined;
  }
}
