import { LedgerEntry } from '@socialgouv/backstage-plugin-fabrique-common';
import { describeFailure, toPause } from './describeFailure';
import {
  AnyEnsuredResource,
  EnsureCall,
  Plan,
  PlannedResource,
} from './EnsuredResource';
import { EnsureContext, EnsureKernel } from './EnsureKernel';

/**
 * Reads a resource and what the ledger knows of it, and decides what will happen; changes nothing.
 *
 * @throws TaskPaused if the upstream said when to come back.
 * @throws Error naming the resource, the cause and what to do, if it cannot be read.
 */
export async function planResource(
  resource: AnyEnsuredResource,
  kernel: EnsureKernel,
  context: EnsureContext,
  call: EnsureCall,
): Promise<PlannedResource> {
  try {
    const found = await resource.read(call);
    // After the upstream: what another task makes stands in the ledger before it exists.
    const [entry] = resource.ledger
      ? await kernel.ledger.list({ key: resource.key }, call)
      : [];
    return toPlanned(resource, found, entry, context);
  } catch (error) {
    call.signal?.throwIfAborted();
    const { actionId } = context.task;
    const pause = toPause(
      error,
      `${actionId} waits to look at ${resource.title}`,
    );
    if (pause && !context.isDryRun) throw pause;
    const { cause, remedy } = describeFailure(error);
    throw new Error(
      `${actionId} could not look at ${resource.title}: ${cause}. ${remedy} Nothing was changed by this step; run it again then.`,
    );
  }
}

/** The same with a line of the ledger that is known. */
export async function planAgain(
  resource: AnyEnsuredResource,
  entry: LedgerEntry | undefined,
  context: EnsureContext,
  call: EnsureCall,
): Promise<PlannedResource> {
  return toPlanned(resource, await resource.read(call), entry, context);
}

function toPlanned(
  resource: AnyEnsuredResource,
  found: unknown,
  entry: LedgerEntry | undefined,
  context: EnsureContext,
): PlannedResource {
  const plan = decide(resource, resource.plan(found), entry, context);
  return { resource, found, plan, entry };
}

function decide(
  { title }: AnyEnsuredResource,
  plan: Plan,
  entry: LedgerEntry | undefined,
  { application, adopt }: EnsureContext,
): Plan {
  const { verb, detail, untagged } = plan;
  const isOwn = entry?.application === application;
  if (isOwn && entry.state === 'making' && (verb !== 'conflict' || untagged)) {
    // Killed after it said so, before or after it did.
    return { verb: 'create', detail: 'goes on with what was begun' };
  }
  if (!untagged) return plan;
  if (isOwn) return { verb: verb === 'adopt' ? 'update' : verb, detail };
  if (entry) {
    return {
      verb: 'conflict',
      detail: `The ${title} belongs to ${entry.application}. Choose another name.`,
    };
  }
  if (adopt) {
    return { verb: 'adopt', detail: `${detail ?? 'exists'}, without an owner` };
  }
  return {
    verb: 'conflict',
    detail: `The ${title} exists, and nothing says that it is ${application}'s. Choose another name; or, if it is, have somebody who may adopt it run this with adopt: true.`,
  };
}
