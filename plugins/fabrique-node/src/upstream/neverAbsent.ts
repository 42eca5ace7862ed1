import { createInvalidResponseError } from './parseAnswer';
import { isUpstreamError } from './UpstreamError';

/**
 * For what every upstream of a kind has, such as a list or a file for all: its absence says nothing of
 * the linked thing, but that the configured address is not that of such an upstream. A person who is
 * sent to the annotation would look in vain.
 *
 * @throws UpstreamError of kind `invalid-response` in place of `not-found`
 *
 * @public
 */
export async function neverAbsent<T>(
  operation: { service: string; name: string },
  answer: Promise<T>,
): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!isUpstreamError(error) || error.kind !== 'not-found') throw error;
    throw createInvalidResponseError(
      operation,
      `${error.message} ${error.detail ?? ''}`.trim(),
      error,
    );
  }
}
