import { randomUUID } from 'crypto';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  Approval,
  LedgerTask,
  PlanLine,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { Knex } from 'knex';
import { ApprovalRow, fromTask, toApproval } from './ledgerRows';

/** Plans that wait for somebody's word, and what was said of them. */
export class ApprovalStore {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  /**
   * Asks for approval of a plan, or gives what was said of it. A word counts for what it was given for:
   * a plan with a line that was not in it is asked about anew.
   *
   * @returns the approval, and whether it is new: somebody must be told.
   */
  async request(
    task: LedgerTask,
    wish: { approvers: string; plan: PlanLine[] },
  ): Promise<{ approval: Approval; isNew: boolean }> {
    const known = await this.#db<ApprovalRow>('approvals')
      .where({ task_id: task.taskId, step_id: task.stepId })
      .orderBy('requested_at', 'desc')
      .select('*');
    const covering = known
      .map(toApproval)
      .find(
        approval =>
          approval.approvers === wish.approvers &&
          wish.plan.every(line => covers(approval, line)),
      );
    if (covering) return { approval: covering, isNew: false };
    // A plan that changed while it waited takes the place of the old one.
    await this.#db<ApprovalRow>('approvals')
      .where({ task_id: task.taskId, step_id: task.stepId, state: 'pending' })
      .delete();
    const [row] = await this.#db<ApprovalRow>('approvals')
      .insert({
        id: randomUUID(),
        ...fromTask(task),
        approvers: wish.approvers,
        plan: JSON.stringify(wish.plan),
        state: 'pending',
        requested_at: new Date(),
      })
      .returning('*');
    return { approval: toApproval(row), isNew: true };
  }

  /** Newest first. */
  async list(filter: { state?: Approval['state'] }): Promise<Approval[]> {
    const rows = await this.#db<ApprovalRow>('approvals')
      .where(filter)
      .orderBy('requested_at', 'desc')
      .limit(200)
      .select('*');
    return rows.map(toApproval);
  }

  /** @throws NotFoundError */
  async get(id: string): Promise<Approval> {
    const [row] = await this.#db<ApprovalRow>('approvals')
      .where({ id })
      .select('*');
    if (!row) throw new NotFoundError(`There is no request for approval ${id}`);
    return toApproval(row);
  }

  /** @throws ConflictError if somebody decided already. */
  async decide(
    id: string,
    decision: {
      state: 'approved' | 'refused';
      person: string;
      reason?: string;
    },
  ): Promise<Approval> {
    const [row] = await this.#db<ApprovalRow>('approvals')
      .where({ id, state: 'pending' })
      .update({
        state: decision.state,
        decided_at: new Date(),
        decided_by: decision.person,
        reason: decision.reason ?? null,
      })
      .returning('*');
    if (row) return toApproval(row);
    const { decidedBy, state } = await this.get(id);
    throw new ConflictError(`${decidedBy} decided already: ${state}`);
  }
}

function covers({ plan }: Approval, line: PlanLine): boolean {
  return (
    line.verb === 'nothing' ||
    plan.some(({ key, verb }) => key === line.key && verb !== 'nothing')
  );
}
