import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  ActionContext,
  createTemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { LedgerEntry } from '@socialgouv/backstage-plugin-fabrique-common';
import {
  audited,
  describeFailure,
  EnsureCall,
  EnsureKernel,
  explained,
} from '../ensure';
import { examples } from './createTaskUndoAction.examples';
import { planUndo, UndoStep } from './planUndo';
import { Removers } from './Remover';
import { removeSurely } from './removeSurely';

const id = 'fabrique:task:undo';

/**
 * Creates the action `fabrique:task:undo`.
 *
 * @public
 */
export function createTaskUndoAction(options: {
  kernel: EnsureKernel;
  removers: Removers;
}) {
  const { kernel, removers } = options;
  return createTemplateAction({
    id,
    description:
      'Removes what a task created, the last first, and only what the ledger says that this task created: what it adopted stays. Something that holds data goes only when its name is typed in.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        taskId: z =>
          z
            .string()
            .describe('The task to undo: its id, or the address of its page.'),
        names: z =>
          z
            .array(z.string())
            .optional()
            .describe(
              'Names of databases, containers and repositories that may be lost with their data.',
            ),
        preview: z =>
          z
            .boolean()
            .optional()
            .describe(
              'Only show what would be removed, as a dry run does; for forms, which have none.',
            ),
      },
      output: {
        taskId: z => z.string().describe('Id of the task.'),
        removed: z =>
          z
            .array(z.string())
            .describe(
              'Titles of what is no longer there, the last first; with `preview`, of what would not be.',
            ),
        kept: z => z.array(z.string()).describe('Titles of what stays.'),
      },
    },
    async handler(ctx) {
      const { names = [], preview = false } = ctx.input;
      const taskId = toTaskId(ctx.input.taskId);
      const isDryRun = ctx.isDryRun || preview;
      const call: EnsureCall = {
        signal: ctx.signal,
        log: line => ctx.logger.info(`  ${line}`),
      };
      const lines = await explained(
        `${id} could not look at the ledger`,
        'Nothing was removed; run it again then.',
        () => kernel.ledger.list({ taskId, removed: true }, call),
      );
      if (lines.length === 0) {
        throw new NotFoundError(
          `The ledger has nothing that the task ${taskId} made`,
        );
      }
      await requireRight(lines, kernel, ctx);
      const entries = lines.filter(({ state }) => state !== 'removed');
      const steps = await planUndo(id, entries, removers, names, call);
      ctx.logger.info(
        [
          isDryRun ? 'Plan (dry run, nothing is removed):' : 'Plan:',
          ...steps.map(({ verb, entry, detail = '' }) =>
            `  ${verb.padEnd(6)}  ${entry.title}  ${detail}`.trimEnd(),
          ),
        ].join('\n'),
      );
      const stops = steps.filter(({ verb }) => verb === 'stop');
      if (stops.length > 0) {
        throw new ConflictError(
          `${id} stopped before anything was removed. ${stops
            .map(({ detail }) => detail)
            .join(' ')}`,
        );
      }
      const kept = new Set(
        steps.filter(({ verb }) => verb === 'keep').map(({ entry }) => entry),
      );
      if (!isDryRun) {
        const task = {
          taskId: ctx.task.id,
          stepId: ctx.step?.id ?? id,
          actionId: id,
          undoneTaskId: taskId,
        };
        await audited(kernel, 'undo', task, async () => {
          for (const step of steps) {
            if (!(await carryOut(step, ctx, call))) kept.add(step.entry);
          }
        });
      }
      // With what this task removed before it was interrupted.
      const removed = lines.filter(
        entry =>
          !kept.has(entry) &&
          (entry.state !== 'removed' || entry.removedBy === ctx.task.id),
      );
      ctx.output('taskId', taskId);
      ctx.output('removed', removed.map(({ title }) => title).reverse());
      ctx.output(
        'kept',
        [...kept].map(({ title }) => title),
      );
    },
  });

  /** @returns whether it is gone. */
  async function carryOut(
    { entry, verb, remover }: UndoStep,
    ctx: Pick<ActionContext<any, any>, 'checkpoint' | 'task'>,
    call: EnsureCall,
  ): Promise<boolean> {
    if (verb === 'keep') return false;
    call.signal?.throwIfAborted();
    try {
      return await ctx.checkpoint({
        key: `undo/${entry.id}`,
        fn: async () => {
          if (remover) {
            const reason = await removeSurely(remover, entry, call);
            if (reason) {
              call.log(`kept ${entry.title}: ${reason}`);
              return false;
            }
            call.log(`removed ${entry.title}`);
          }
          await kernel.ledger.setRemoved(entry.id, ctx.task.id, call);
          return true;
        },
      });
    } catch (error) {
      const { cause, remedy } = describeFailure(error);
      throw new Error(
        `${id} stopped at ${entry.title}: ${cause}. ${remedy} Then run the task again: what is gone stays gone, and the rest follows.`,
      );
    }
  }
}

/** People copy the address of a page rather than the id in it. */
function toTaskId(text: string): string {
  const [path] = text.trim().split(/[?#]/);
  return path.replace(/\/+$/, '').split('/').at(-1)!;
}

/** Whoever ran a task may undo it; so may the people of operations. */
async function requireRight(
  entries: readonly LedgerEntry[],
  { opsGroup }: EnsureKernel,
  { user }: Pick<ActionContext<any, any>, 'user'>,
): Promise<void> {
  const isOps = user?.entity?.relations?.some(
    ({ type, targetRef }) => type === 'memberOf' && targetRef === opsGroup,
  );
  const others = entries.filter(({ person }) => person !== user?.ref);
  if (isOps || others.length === 0) return;
  throw new NotAllowedError(
    `The task was run by ${
      others[0].person ?? 'somebody else'
    }. They may undo it, and so may members of ${opsGroup}`,
  );
}
