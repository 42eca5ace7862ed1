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
import { TaskPaused } from './TaskPaused';

/**
 * References of the resources of one action, by key.
 *
 * @public
 */
export type References = (key: string) => JsonValue;

/**
 * Reads all resources, prints the plan, and carries it out: one checkpoint and one line of the ledger for
 * each resource, those that do not wait for one another side by side.
 *
 * @param options - `consent` is asked between plan and execution.
 * @throws ConflictError before anything is written, if a resource belongs to somebody else.
 * @throws TaskPaused if an upstream or a person takes their time.
 * @throws Error naming the resource, the cause and what to do, if a call fails.
 *
 * @public
 */
export async function ensureResources(
  resources: readonly AnyEnsuredResource[],
  kernel: EnsureKernel,
  context: EnsureContext,
  options: { consent?(planned: PlannedResource[]): Promise<void> } = {},
): Promise<References> {
  const { logger, signal, isDryRun } = context;
  const planned = new Map(
    await Promise.all(
      resources.map(
        async resource =>
          [
            resource.key,
            await planResource(resource, kernel, context, toCall(resource)),
          ] as const,
      ),
    ),
  );

  // One message: the task log does not keep the order of messages of the same moment.
  logger.info(
    [
      isDryRun ? 'Plan (dry run, nothing is changed):' : 'Plan:',
      ...formatPlan(
        [...planned.values()].map(({ resource, plan }) => ({
          title: toPrefix(resource) + resource.title,
          plan,
        })),
      ),
    ].join('\n'),
  );
  refuseConflicts(context, [...planned.values()]);
  if (!isDryRun) await options.consent?.([...planned.values()]);

  const references = new Map<string, JsonValue>();
  await runInOrder(resources, async resource => {
    const item = planned.get(resource.key)!;
    if (isDryRun) {
      references.set(resource.key, resource.refer(item.found));
      return;
    }
    try {
      signal?.throwIfAborted();
      const reference = await context.checkpoint({
        key: resource.key,
        fn: () => carryOut(item, kernel, context, toCall(resource)),
      });
      await resource.settle?.(reference);
      references.set(resource.key, reference);
    } catch (error) {
      throw explain(item, error, context);
    }
  }).catch(error => {
    if (!(error instanceof TaskPaused)) {
      sayWhatExists(
        [...planned.values()].filter(({ resource }) =>
          references.has(resource.key),
        ),
        context,
      );
    }
    throw error;
  });
  return key => {
    const reference = references.get(key);
    if (reference === undefined) throw new Error(`No resource ${key}`);
    return reference;
  };

  function toCall(resource: AnyEnsuredResource): EnsureCall {
    const log = (line: string) => logger.info(`  ${toPrefix(resource)}${line}`);
    return { signal, log };
  }
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

function sayWhatExists(
  done: PlannedResource[],
  { logger, task }: EnsureContext,
): void {
  logger.info(
    done.length > 0
      ? [
          'What exists so far:',
          ...done.map(item => `  ${item.resource.title} (${item.plan.verb})`),
          `To go on, run the task again. To undo what it created, use the template 'undo' with the task ${task.taskId}.`,
        ].join('\n')
      : 'This step has made nothing so far.',
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
    `${actionId} stopped at ${resource.title}: ${cause}. ${remedy} Then run the task again: what exists is kept and the rest is made.`,
  );
}
