import { parseEntityRef } from '@backstage/catalog-model';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import {
  Approval,
  PlanLine,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { Words } from '../words/createWords';
import { PendingNotice } from './NoticeStore';

/**
 * What owners read when a service of theirs turned bad, or is well again; pure. The scope has Backstage
 * put the newer word in the place of the older one, and makes sending twice the same as once.
 */
export function toNotification(
  notice: PendingNotice,
  words: Words,
): NotificationSendOptions {
  const { environment, entityRef, service, kind } = notice;
  const { kind: type, namespace, name } = parseEntityRef(entityRef);
  const path = ['catalog', namespace, type, name].map(encodeURIComponent);
  return {
    // Its owners, as the catalog knows them when it is sent.
    recipients: { type: 'entity', entityRef },
    payload: {
      title: words.t(`notification.${kind}`, {
        component: notice.title,
        environment: words.t(`environment.${environment}`),
        service: words.serviceTitle(service),
      }),
      description:
        kind === 'problem'
          ? toSentence(notice.reasons.map(words.reason).join(', '))
          : words.t('notification.recoveryText'),
      link: `/${path.join('/')}/fabrique?environment=${environment}`,
      severity: kind === 'problem' ? 'high' : 'normal',
      topic: 'fabrique.services',
      scope: `fabrique.services:${environment}:${entityRef}:${service}`,
    },
  };
}

/** What approvers read when a plan waits for their word; pure. */
export function toApprovalRequest(
  approval: Approval,
  words: Words,
): NotificationSendOptions {
  const { approvers, plan, person } = approval;
  const others = listChanges(plan).length - 1;
  return {
    recipients: { type: 'entity', entityRef: approvers },
    payload: {
      title: words.t(
        others > 0 ? 'notification.toApproveMore' : 'notification.toApprove',
        { count: others, first: describeFirst(plan, words) },
      ),
      description: words.t(
        person ? 'notification.askedBy' : 'notification.asked',
        { person: person && parseEntityRef(person).name },
      ),
      link: '/fabrique/approvals',
      severity: 'normal',
      topic: 'fabrique.approvals',
      scope: `fabrique.approvals:${approval.id}`,
    },
  };
}

/** What the person who asked reads when their plan was approved or refused; pure. */
export function toApprovalDecision(
  approval: Approval & { person: string },
  words: Words,
): NotificationSendOptions {
  const { person, plan, state, reason, decidedBy, taskId } = approval;
  return {
    recipients: { type: 'entity', entityRef: person },
    payload: {
      title: words.t(`notification.${state}`, {
        first: describeFirst(plan, words),
      }),
      description: reason
        ? words.t('notification.reason', { reason })
        : words.t('notification.approvedBy', {
            person: decidedBy && parseEntityRef(decidedBy).name,
          }),
      link: `/create/tasks/${encodeURIComponent(taskId)}`,
      severity: state === 'refused' ? 'high' : 'normal',
      topic: 'fabrique.approvals',
      scope: `fabrique.approvals:${approval.id}`,
    },
  };
}

function listChanges(plan: PlanLine[]): PlanLine[] {
  return plan.filter(({ verb }) => verb !== 'nothing');
}

/** A resource, sooner than what comes and goes with one. */
function describeFirst(plan: PlanLine[], words: Words): string {
  const changes = listChanges(plan);
  return words.planned(
    changes.find(({ type }) => type) ?? changes[0] ?? plan[0],
  );
}

function toSentence(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}.`;
}
