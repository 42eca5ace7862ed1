import { PlannedResource } from './EnsuredResource';
import { EnsureContext, EnsureKernel } from './EnsureKernel';
import { TaskPaused } from './TaskPaused';

/**
 * Asks a group for its word on a plan that changes something.
 *
 * @throws TaskPaused until somebody decides.
 * @throws Error if it is refused, with the reason.
 */
export async function requestConsent(
  approvers: string,
  planned: PlannedResource[],
  kernel: EnsureKernel,
  { task, signal, logger }: EnsureContext,
): Promise<void> {
  if (planned.every(({ plan }) => plan.verb === 'nothing')) return;
  const approval = await kernel.ledger.requestApproval(
    task,
    {
      approvers,
      plan: planned.flatMap(({ resource: { key, title, ledger }, plan }) =>
        plan.verb === 'conflict'
          ? []
          : [{ key, title, ...ledger, verb: plan.verb, detail: plan.detail }],
      ),
    },
    { signal },
  );
  if (approval.state === 'pending') {
    throw new TaskPaused(`${approvers} must approve this plan`);
  }
  const { decidedBy, reason } = approval;
  if (approval.state === 'refused') {
    throw new Error(
      `${task.actionId} was refused by ${decidedBy}: ${
        reason ?? 'no reason given'
      }. Nothing was changed by this step`,
    );
  }
  logger.info(`Approved by ${decidedBy}`);
}
