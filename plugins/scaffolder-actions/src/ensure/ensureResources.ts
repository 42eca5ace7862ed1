import { ConflictError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import { carryOut } from './carryOut';
import { describeFailure, toPause } from './describeFailure';
import {
  AnyEnsuredResource,
  EnsureCall,
  PlannedResource,
} from './EnsuredResource';
import { EnsureContext, EnsureKernel } from './EnsureKernel';
import { formatPlan } from './formatPlan';
import { planResource } from './planResource';
import { runInOrder } from './runInOrder';
import { Progress } from './sayWhatExists';
import { TaskPaused } from './TaskPaused';

/**
 * References of the resources of one action, by key.
 *
 * @public
 */
export type References = (key: string) => JsonValue;

/**
 * Reads all resources and prints the plan; changes nothing.
 *
 * @throws ConflictError if a resource belongs to somebody else.
 * @throws TaskPaused if an upstream says when to come back.
 * @throws Error naming the resource, the cause and what to do, if one cannot be read.
 */
export async function planResources(
  resources: readonly AnyEnsuredResource[],
  kernel: EnsureKernel,
  context: EnsureContext,
): Promise<PlannedResource[]> {
  const planned = await Promise.all(
    resources.map(resource =>
      planResource(resource, kernel, context, toCall(resource, context)),
    ),
  );
  // One message: the task log does not keep the order of messages of the same moment.
  context.logger.info(
    [
      context.isDryRun ? 'Plan (dry run, nothing is changed):' : 'Plan:',
      ...formatPlan(
        planned.map(({ resource, plan }) => ({
          title: toPrefix(resource) + resource.title,
          plan,
        })),
      ),
    ].join('\n'),
  );
  refuseConflicts(context, planned);
  return planned;
}

/**
 * Carries a plan out: one checkpoint and one line of the ledger for each resource, those that do not wait
 * for one another side by side. In a dry run it only says what the references would be.
 *
 * @param onStop - told how far it came, if it does not come to its end
 * @throws TaskPaused if an upstream takes its time.
 * @throws Error naming the resource, the cause and what to do, if a call fails.
 */
export async function ensureResources(
  planned: readonly PlannedResource[],
  kernel: EnsureKernel,
  context: EnsureContext,
  onStop?: (progress: Progress) => void,
): Promise<References> {
  const { signal, isDryRun } = context;
  const items = new Map(planned.map(item => [item.resource.key, item]));
  const references = new Map<string, JsonValue>();
  const begun = new Set<string>();
  await runInOrder(
    planned.map(({ resource }) => resource),
    async resource => {
      const item = items.get(resource.key)!;
      if (isDryRun) {
        references.set(resource.key, resource.refer(item.found));
        return;
      }
      try {
        signal?.throwIfAborted();
        begun.add(resource.key);
        const reference = await context.checkpoint({
          key: resource.key,
          fn: () =>
            carryOut(item, kernel, context, {
              ...toCall(resource, context),
              keep: (name, make) =>
                context.checkpoint({
                  key: `${resource.key}#${name}`,
                  fn: make,
                }),
            }),
        });
        await resource.settle?.(reference);
        references.set(resource.key, reference);
      } catch (error) {
        throw explain(item, error, context);
      }
    },
  ).catch(error => {
    const isDone = ({ resource }: PlannedResource) =>
      references.has(resource.key);
    onStop?.({
      done: planned.filter(isDone),
      left: planned.filter(
        item => !isDone(item) && !begun.has(item.resource.key),
      ),
    });
    throw error;
  });
  return key => {
    const reference = references.get(key);
    if (reference === undefined) throw new Error(`No resource ${key}`);
    return reference;
  };
}

function toCall(
  resource: AnyEnsuredResource,
  { logger, signal }: EnsureContext,
): EnsureCall {
  const log = (line: string) => logger.info(`  ${toPrefix(resource)}${line}`);
  return { signal, log };
}

function toPrefix({ part }: AnyEnsuredResource): string {
  return part ? `[${part}] ` : '';
}

function refuseConflicts(
  { task: { actionId } }: EnsureContext,
  planned: PlannedResource[],
): void {
  const conflicts = planned.filter(({ plan }) => plan.verb === 'conflict');
  if (conflicts.length === 0) return;
  const sentences = conflicts.map(({ plan }) => plan.detail);
  throw new ConflictError(
    `${actionId} stopped before anything was changed. ${sentences.join(' ')}`,
  );
}

function explain(
  { resource }: PlannedResource,
  error: unknown,
  { task: { actionId }, signal }: EnsureContext,
): Error {
  if (error instanceof TaskPaused) return error;
  if (signal?.aborted) {
    return new Error(`${actionId} was cancelled at ${resource.title}`);
  }
  const pause = toPause(error, `${actionId} waits at ${resource.title}`);
  if (pause) return pause;
  const { cause, remedy } = describeFailure(error);
  return new Error(
    `${actionId} stopped at ${resource.title}: ${cause}. ${remedy} Then run the task again: what exists is kept and the rest is made. The end of the log lists both, and says how to undo it.`,
  );
}
