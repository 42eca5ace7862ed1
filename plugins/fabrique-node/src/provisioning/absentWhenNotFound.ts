import { isUpstreamError } from '../upstream';

/** Waits for a call that reads; what the upstream does not find is absent. */
export async function absentWhenNotFound<T>(
  call: Promise<T>,
): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    // 404 means absent.
    if (isUpstreamError(error) && error.kind === 'not-found') return undefined;
    throw error;
  }
}
