import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Words } from '../words/createWords';
import { NoticeStore } from './NoticeStore';
import { sendNotices } from './sendNotices';

/** Sends what owners are to be told, in one replica at a time. */
export async function scheduleNotices(options: {
  logger: LoggerService;
  notifications: NotificationService;
  scheduler: SchedulerService;
  store: NoticeStore;
  words: Words;
}): Promise<void> {
  await options.scheduler.scheduleTask({
    id: 'fabrique-notices',
    frequency: { minutes: 1 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 30 },
    scope: 'global',
    fn: signal => sendNotices({ ...options, signal }),
  });
}
