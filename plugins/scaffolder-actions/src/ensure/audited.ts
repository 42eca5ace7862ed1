import { toError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { EnsureKernel } from './EnsureKernel';
import { TaskPaused } from './TaskPaused';

/**
 * Does something with a trace of its beginning and its end, for those who audit.
 *
 * @param describe - what is known of it only when it has ended
 */
export async function audited<T>(
  { auditor }: Pick<EnsureKernel, 'auditor'>,
  eventId: 'ensure-plan' | 'ensure-apply' | 'undo',
  meta: JsonObject,
  work: () => Promise<T>,
  describe?: (result: T) => JsonObject,
): Promise<T> {
  const event = await auditor.createEvent({
    eventId,
    severityLevel: eventId === 'ensure-plan' ? 'low' : 'medium',
    meta,
  });
  try {
    const result = await work();
    await event.success(describe && { meta: describe(result) });
    return result;
  } catch (error) {
    if (error instanceof TaskPaused) {
      await event.success({ meta: { paused: error.message } });
    } else {
      await event.fail({ error: toError(error) });
    }
    throw error;
  }
}
