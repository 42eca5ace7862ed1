import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  NotificationSendOptions,
  NotificationService,
} from '@backstage/plugin-notifications-node';
import { Approval } from '@socialgouv/backstage-plugin-fabrique-common';
import { Words } from '../words/createWords';
import { toApprovalDecision, toApprovalRequest } from './toNotification';

/** Tells people of plans that wait for them, and of what was said of theirs. */
export interface ApprovalNotifications {
  onRequested(approval: Approval): Promise<void>;
  onDecided(approval: Approval): Promise<void>;
}

/** Makes the {@link ApprovalNotifications}; who cannot be told still sees it on the page of approvals. */
export function notifyOfApprovals(options: {
  logger: LoggerService;
  notifications: NotificationService;
  words: Words;
}): ApprovalNotifications {
  const { logger, notifications, words } = options;
  const send = async (notification: NotificationSendOptions) => {
    try {
      await notifications.send(notification);
    } catch (error) {
      logger.warn(
        'A notification of an approval could not be sent',
        toError(error),
      );
    }
  };
  return {
    onRequested: approval => send(toApprovalRequest(approval, words)),
    async onDecided(approval) {
      const { person, decidedBy } = approval;
      // Who decided on a plan of their own knows.
      if (!person || person === decidedBy) return;
      await send(toApprovalDecision({ ...approval, person }, words));
    },
  };
}
