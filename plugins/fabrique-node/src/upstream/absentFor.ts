import { FailureKind } from '@socialgouv/backstage-plugin-fabrique-common';
import { isUpstreamError } from './UpstreamError';

/**
 * Gives undefined where the upstream's no is an answer, such as `not-found`: the thing is not there,
 * or not to be seen.
 *
 * @throws UpstreamError of any other kind
 *
 * @public
 */
export async function absentFor<T>(
  kinds: FailureKind[],
  answer: Promise<T>,
): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isUpstreamError(error) && kinds.includes(error.kind)) return undefined;
    throw error;
  }
}
