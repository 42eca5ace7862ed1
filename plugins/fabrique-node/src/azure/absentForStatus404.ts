/** Waits for an SDK of Azure that reads; what it does not find is absent. */
export async function absentForStatus404<T>(
  call: Promise<T>,
): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    // 404 means absent.
    if ((error as { statusCode?: unknown }).statusCode === 404)
      return undefined;
    throw error;
  }
}
