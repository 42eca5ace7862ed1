import { ConflictError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import {
  LedgerClaim,
  LedgerEntry,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { ApplyCall, EnsureCall, PlannedResource } from './EnsuredResource';
import { EnsureContext, EnsureKernel } from './EnsureKernel';
import { planAgain } from './planResource';
import { sayingProgress } from './sayingProgress';
import { TaskPaused } from './TaskPaused';

/** A third of the lease: two renewals may fail before another task takes over. */
const renewEveryMs = 20_000;

/**
 * Does what was planned for one resource. The ledger says first that it will be made and then that it
 * is: a process that is killed between leaves a line that tells whose the resource is.
 *
 * @returns its reference.
 * @throws ConflictError if another application or another task has it.
 */
export async function carryOut(
  planned: PlannedResource,
  kernel: EnsureKernel,
  context: EnsureContext,
  call: ApplyCall,
): Promise<JsonValue> {
  const { resource, plan } = planned;
  if (!resource.ledger || plan.verb === 'nothing' || plan.verb === 'update') {
    return carryOutUnrecorded(planned, call);
  }
  const claimed = await claimResource(planned, kernel, context, call);
  const { claim, current } = claimed;
  if (claim.outcome === 'held') return carryOutUnrecorded(current, call);

  const renewal = setInterval(() => {
    kernel.ledger
      .renew(claim.entry.id)
      .catch(error => call.log(`the claim was not renewed: ${error.message}`));
  }, renewEveryMs);
  try {
    const reference = await carryOutUnrecorded(current, call);
    await kernel.ledger.setMade(claim.entry.id, {
      reference: resource.remember?.(reference) ?? reference,
      location: resource.locate?.(reference),
    });
    return reference;
  } catch (error) {
    // Whoever waits may have it at once. A claim that cannot be given up ends by itself in a minute.
    if (!(error instanceof TaskPaused)) {
      await kernel.ledger.release(claim.entry.id).catch(() => undefined);
    }
    throw error;
  } finally {
    clearInterval(renewal);
  }
}

async function carryOutUnrecorded(
  { resource, found, plan }: PlannedResource,
  call: ApplyCall,
): Promise<JsonValue> {
  if (plan.verb === 'nothing') return resource.refer(found);
  const startedAt = Date.now();
  const reference = await sayingProgress(resource.title, call, () =>
    resource.apply(found, call),
  );
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  const past = { create: 'created', adopt: 'adopted', update: 'updated' };
  call.log(
    `${past[plan.verb as keyof typeof past]} ${resource.title} (${seconds} s)`,
  );
  return reference;
}

/** Claims a resource, and looks at it again: it may have been made since the plan. */
async function claimResource(
  { resource, plan, entry }: PlannedResource,
  kernel: EnsureKernel,
  context: EnsureContext,
  call: EnsureCall,
): Promise<{ claim: LedgerClaim; current: PlannedResource }> {
  const { key, title, ledger } = resource;
  const subject = { key, title, application: context.application, ...ledger! };
  const planned = plan.verb === 'adopt' ? 'adopt' : 'create';
  const claimIt = async (
    verb: LedgerEntry['verb'] = planned,
    absent?: true,
  ) => {
    const { signal } = call;
    const options = { verb, absent, signal } as const;
    const claim = await kernel.ledger.claim(subject, context.task, options);
    refuse(claim, title);
    const known = claim.outcome === 'held' ? claim.entry : entry;
    return { claim, current: await planAgain(resource, known, context, call) };
  };
  const claimed = await claimIt();
  const { claim, current } =
    claimed.claim.outcome === 'held' && claimed.current.plan.verb === 'create'
      ? // The ledger knows one that is no longer there.
        await claimIt(planned, true)
      : claimed;
  if (
    claim.outcome === 'claimed' &&
    claim.entry.verb === 'create' &&
    current.plan.verb === 'adopt'
  ) {
    // Somebody made it since the plan: undo must not take it from them.
    await kernel.ledger.setRemoved(claim.entry.id, context.task.taskId, call);
    return claimIt('adopt');
  }
  if (current.plan.verb === 'conflict') {
    // A line that stayed would make it this application's at the next run.
    if (claim.entry.state === 'making')
      await kernel.ledger.setRemoved(claim.entry.id, context.task.taskId, call);
    throw new ConflictError(current.plan.detail);
  }
  return { claim, current };
}

function refuse({ outcome, entry }: LedgerClaim, title: string): void {
  if (outcome === 'taken') {
    throw new ConflictError(
      `The ${title} belongs to ${entry.application}. Choose another name`,
    );
  }
  if (outcome === 'busy') {
    const person = entry.person ? ` of ${entry.person}` : '';
    throw new ConflictError(
      `The task ${entry.taskId}${person} is making the ${title} at this moment. Wait until it has ended`,
    );
  }
}
