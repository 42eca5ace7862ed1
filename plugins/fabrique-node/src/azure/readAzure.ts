import { z } from 'zod/v4';
import { parseAnswer } from '../upstream';
import { AzureConnection } from './AzureConnection';

/**
 * Reads something of Resource Manager through an SDK, and what the SDK gives with `schema`, which names
 * only the fields that are used.
 *
 * @param call - gives the answer, or the pages of a list, of which every item is read.
 * @throws UpstreamError
 */
export async function readAzure<Schema extends z.ZodType>(
  { policy }: AzureConnection,
  operation: { name: string; signal?: AbortSignal },
  schema: Schema,
  call: (abortSignal: AbortSignal) => Promise<unknown> | AsyncIterable<unknown>,
): Promise<z.infer<Schema>> {
  const answer = await policy.run(
    { ...operation, idempotent: true },
    async abortSignal => {
      const given = call(abortSignal);
      return Symbol.asyncIterator in given ? toArray(given) : given;
    },
  );
  return parseAnswer(schema, answer, {
    service: 'Azure',
    name: operation.name,
  });
}

async function toArray(items: AsyncIterable<unknown>): Promise<unknown[]> {
  const array: unknown[] = [];
  for await (const item of items) array.push(item);
  return array;
}
