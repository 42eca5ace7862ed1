import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Words } from '../words/createWords';
import { NoticeStore } from './NoticeStore';
import { toNotification } from './toNotification';

/** Sends what owners are to be told. What cannot be sent is tried again in the next round. */
export async function sendNotices(options: {
  logger: LoggerService;
  notifications: NotificationService;
  signal: AbortSignal;
  store: NoticeStore;
  words: Words;
}): Promise<void> {
  const { logger, notifications, signal, store, words } = options;
  const pending = await store.listPending(new Date());
  const failures: unknown[] = [];
  for (const notice of pending) {
    if (signal.aborted) return;
    try {
      await notifications.send(toNotification(notice, words));
      await store.setSent(notice);
    } catch (error) {
      // One that cannot be sent keeps no other back.
      failures.push(error);
    }
  }
  if (failures.length > 0) {
    logger.warn(
      `${failures.length} of ${pending.length} notifications could not be sent; a portal without notifications sets fabrique.notifications.enabled to false`,
      toError(failures[0]),
    );
  }
}
