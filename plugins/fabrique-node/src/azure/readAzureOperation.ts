import { createPipelineRequest, RestError } from '@azure/core-rest-pipeline';
import { z } from 'zod/v4';
import { absentWhenNotFound } from '../provisioning/absentWhenNotFound';
import { createInvalidResponseError, parseAnswer } from '../upstream';
import { readErrorDetail } from '../upstream/readErrorDetail';
import { AzureConnection } from './AzureConnection';

/**
 * How far Azure is with something that takes minutes.
 *
 * @public
 */
export interface AzureOperationState {
  /** As Azure says it: `InProgress`, `Succeeded`, `Failed`, `Canceled`. */
  status: string;
  /** Since it began, by Azure's own clock. */
  elapsedMs?: number;
  /** Why it failed, in Azure's words. */
  problem?: string;
}

const Operation = z.object({
  status: z.string(),
  startTime: z.iso.datetime({ offset: true }).nullish().catch(undefined),
  error: z
    .object({ code: z.string().nullish(), message: z.string().nullish() })
    .nullish()
    .catch(undefined),
});

/**
 * Looks once at an operation that Azure carries out in the background.
 *
 * @param address - what Azure gave in `Azure-AsyncOperation`
 * @returns undefined when Azure has forgotten it, as it does after some hours.
 * @throws UpstreamError
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations
 *
 * @public
 */
export async function readAzureOperation(
  { postgres, policy }: AzureConnection,
  address: string,
  options: { signal?: AbortSignal } = {},
): Promise<AzureOperationState | undefined> {
  const name = 'read operation';
  // The token goes with the request, and so to the Resource Manager alone.
  if (new URL(address).origin !== new URL(postgres.$host).origin) {
    throw createInvalidResponseError(
      { service: 'Azure', name },
      'the address of an operation is not that of the Resource Manager',
    );
  }
  const answer = await absentWhenNotFound(
    policy.run({ name, idempotent: true, ...options }, async abortSignal => {
      const response = await postgres.sendRequest(
        createPipelineRequest({ url: address, method: 'GET', abortSignal }),
      );
      const { status, bodyAsText, headers } = response;
      if (status === 200) {
        return {
          body: JSON.parse(bodyAsText ?? ''),
          date: headers.get('date'),
        };
      }
      const words = readErrorDetail(bodyAsText ?? '') ?? `HTTP ${status}`;
      throw new RestError(words, { statusCode: status, response });
    }),
  );
  if (!answer) return undefined;
  const { status, startTime, error } = parseAnswer(Operation, answer.body, {
    service: 'Azure',
    name,
  });
  const now = Date.parse(answer.date ?? '');
  const elapsedMs = now - Date.parse(startTime ?? '');
  return {
    status,
    // The header has whole seconds, and so may be a little before the start.
    ...(!Number.isNaN(elapsedMs) && { elapsedMs: Math.max(0, elapsedMs) }),
    ...(error && {
      problem: [error.code, error.message].filter(Boolean).join(': '),
    }),
  };
}
