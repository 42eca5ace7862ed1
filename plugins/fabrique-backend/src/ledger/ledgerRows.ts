import {
  Approval,
  LedgerEntry,
  LedgerSubject,
  LedgerTask,
} from '@socialgouv/backstage-plugin-fabrique-common';

/** A row of `ledger_entries`. Times are `Date` or text, as the database's driver gives them. */
export interface LedgerRow {
  id: string;
  key: string;
  type: string;
  title: string;
  environment: string | null;
  application: string;
  task_id: string;
  step_id: string;
  action_id: string;
  template_ref: string | null;
  person: string | null;
  verb: string;
  state: string;
  reference: string | null;
  location: string | null;
  created_at: Date | string | number;
  made_at: Date | string | number | null;
  removed_at: Date | string | number | null;
  removed_by: string | null;
  lease_until: Date | string | number | null;
}

/** A row of `approvals`. */
export interface ApprovalRow
  extends Pick<
    LedgerRow,
    | 'id'
    | 'task_id'
    | 'step_id'
    | 'action_id'
    | 'template_ref'
    | 'person'
    | 'state'
  > {
  approvers: string;
  plan: string;
  requested_at: Date | string | number;
  decided_at: Date | string | number | null;
  decided_by: string | null;
  reason: string | null;
}

/** Columns of the task that asks. */
export function fromTask(task: LedgerTask) {
  return {
    task_id: task.taskId,
    step_id: task.stepId,
    action_id: task.actionId,
    template_ref: task.templateRef ?? null,
    person: task.person ?? null,
  };
}

/** Columns of a resource. */
export function fromSubject(subject: LedgerSubject) {
  return {
    key: subject.key,
    type: subject.type,
    title: subject.title,
    environment: subject.environment ?? null,
    application: subject.application,
  };
}

const toTask = (row: ApprovalRow | LedgerRow): LedgerTask => ({
  taskId: row.task_id,
  stepId: row.step_id,
  actionId: row.action_id,
  ...(row.template_ref && { templateRef: row.template_ref }),
  ...(row.person && { person: row.person }),
});

const toIso = (time: Date | string | number) => new Date(time).toISOString();

/** Makes an entry of its row. */
export function toLedgerEntry(row: LedgerRow): LedgerEntry {
  return {
    id: row.id,
    key: row.key,
    type: row.type,
    title: row.title,
    application: row.application,
    ...(row.environment && {
      environment: row.environment as LedgerEntry['environment'],
    }),
    ...toTask(row),
    verb: row.verb as LedgerEntry['verb'],
    state: row.state as LedgerEntry['state'],
    ...(row.reference && { reference: JSON.parse(row.reference) }),
    ...(row.location && { location: row.location }),
    createdAt: toIso(row.created_at),
    ...(row.made_at && { madeAt: toIso(row.made_at) }),
    ...(row.removed_at && { removedAt: toIso(row.removed_at) }),
    ...(row.removed_by && { removedBy: row.removed_by }),
  };
}

/** Makes an approval of its row. */
export function toApproval(row: ApprovalRow): Approval {
  return {
    id: row.id,
    ...toTask(row),
    approvers: row.approvers,
    plan: JSON.parse(row.plan),
    state: row.state as Approval['state'],
    requestedAt: toIso(row.requested_at),
    ...(row.decided_at && { decidedAt: toIso(row.decided_at) }),
    ...(row.decided_by && { decidedBy: row.decided_by }),
    ...(row.reason && { reason: row.reason }),
  };
}
