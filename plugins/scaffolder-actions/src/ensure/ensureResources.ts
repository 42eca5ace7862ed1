import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import { describeFailure } from './describeFailure';
import { AnyEnsuredResource, EnsureCall, Plan } from './EnsuredResource';
import { formatPlan } from './formatPlan';

/**
 * What the kernel needs of a task.
 *
 * @public
 */
export interface EnsureContext {
  logger: Pick<LoggerService, 'info'>;
  isDryRun?: boolean;
  signal?: AbortSignal;
  checkpoint<T extends JsonValue | void>(options: {
    key: string;
    fn: () => Promise<T> | T;
  }): Promise<T>;
}

/**
 * References of the resources of one action, by key.
 *
 * @public
 */
export type References = (key: string) => JsonValue;

interface PlannedResource {
  resource: AnyEnsuredResource;
  found: unknown;
  plan: Plan;
}

/**
 * Reads all resources, prints the plan, and carries it out, one checkpoint for each resource.
 *
 * @throws ConflictError before anything is written, if a resource belongs to somebody else.
 * @throws Error naming the resource, the cause and what to do, if a call fails.
 *
 * @public
 */
export async function ensureResources(
  actionId: string,
  resources: AnyEnsuredResource[],
  context: EnsureContext,
): Promise<References> {
  const { logger, signal, isDryRun } = context;
  const call: EnsureCall = {
    signal,
    log: line => logger.info(`  ${line}`),
  };
  const planned = await Promise.all(
    resources.map(resource => planResource(actionId, resource, call)),
  );

  // One message: the task log does not keep the order of messages of the same moment.
  logger.info(
    [
      isDryRun ? 'Plan (dry run, nothing is changed):' : 'Plan:',
      ...formatPlan(
        planned.map(({ resource: { title }, plan }) => ({ title, plan })),
      ),
    ].join('\n'),
  );
  refuseConflicts(actionId, planned);

  const references = new Map<string, JsonValue>();
  for (const item of planned) {
    const { resource } = item;
    if (isDryRun) {
      references.set(resource.key, resource.refer(item.found));
      continue;
    }
    try {
      signal?.throwIfAborted();
      const reference = await context.checkpoint({
        key: resource.key,
        fn: async () => carryOut(item, call),
      });
      await resource.settle?.(reference);
      references.set(resource.key, reference);
    } catch (error) {
      throw explain(actionId, item, error, {
        done: planned.slice(0, planned.indexOf(item)),
        logger,
        signal,
      });
    }
  }
  return key => {
    const reference = references.get(key);
    if (reference === undefined) throw new Error(`No resource ${key}`);
    return reference;
  };
}

async function planResource(
  actionId: string,
  resource: AnyEnsuredResource,
  call: EnsureCall,
): Promise<PlannedResource> {
  try {
    const found = await resource.read(call);
    return { resource, found, plan: resource.plan(found) };
  } catch (error) {
    call.signal?.throwIfAborted();
    const { cause, remedy } = describeFailure(error);
    throw new Error(
      `${actionId} could not look at ${resource.title}: ${cause}. ${remedy} Nothing was changed by this step; run it again then.`,
    );
  }
}

async function carryOut(
  { resource, found, plan }: PlannedResource,
  call: EnsureCall,
): Promise<JsonValue> {
  if (plan.verb === 'nothing') return resource.refer(found);
  const startedAt = Date.now();
  const reference = await resource.apply(found, call);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  const past = { create: 'created', adopt: 'adopted', update: 'updated' };
  call.log(
    `${past[plan.verb as keyof typeof past]} ${resource.title} (${seconds} s)`,
  );
  return reference;
}

function refuseConflicts(actionId: string, planned: PlannedResource[]): void {
  const conflicts = planned.filter(({ plan }) => plan.verb === 'conflict');
  if (conflicts.length === 0) return;
  const sentences = conflicts.map(({ plan }) => plan.detail);
  throw new ConflictError(
    `${actionId} stopped before anything was changed. ${sentences.join(' ')}`,
  );
}

function explain(
  actionId: string,
  { resource }: PlannedResource,
  error: unknown,
  context: {
    done: PlannedResource[];
    logger: EnsureContext['logger'];
    signal?: AbortSignal;
  },
): Error {
  const { done, logger, signal } = context;
  logger.info(
    done.length > 0
      ? [
          'What exists so far:',
          ...done.map(item => `  ${item.resource.title} (${item.plan.verb})`),
        ].join('\n')
      : 'This step has made nothing so far.',
  );
  if (signal?.aborted) {
    return new Error(`${actionId} was cancelled at ${resource.title}`);
  }
  const { cause, remedy } = describeFailure(error);
  return new Error(
    `${actionId} stopped at ${resource.title}: ${cause}. ${remedy} Then run the task again: what exists is kept and the rest is made.`,
  );
}
