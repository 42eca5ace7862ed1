import { JsonObject } from '@backstage/types';
import {
  ActionContext,
  createTemplateAction,
  TemplateExample,
} from '@backstage/plugin-scaffolder-node';
import { NotAllowedError } from '@backstage/errors';
import { LedgerTask } from '@socialgouv/backstage-plugin-fabrique-common';
import type { z as zod } from 'zod/v3';
import { requirePolicy, requireQuotas } from '../policy/requirePolicy';
import { audited } from './audited';
import { AnyEnsuredResource } from './EnsuredResource';
import { EnsureContext, EnsureKernel } from './EnsureKernel';
import { ensureResources, planResources, References } from './ensureResources';
import { explained } from './explained';
import { requestConsent } from './requestConsent';
import { Progress, sayWhatExists } from './sayWhatExists';
import { TaskPaused } from './TaskPaused';

type Shape = Record<string, (z: typeof zod) => zod.ZodType>;
type Values<S extends Shape> = {
  [Key in keyof S]: zod.output<ReturnType<S[Key]>>;
};

/** Inputs that every action understands. */
const commonInput = {
  adopt: z =>
    z
      .boolean()
      .optional()
      .describe(
        'Take over what exists without an owner. Only for people who may.',
      ),
  approval: z =>
    z
      .string()
      .optional()
      .describe(
        'Wait until a member of this group approves the plan: `ops`, or the ref of a group.',
      ),
} satisfies Shape;

/**
 * What an action wants, once its input is known.
 *
 * @public
 */
export interface EnsureWish<Output> {
  /** Repository of the application that the resources belong to: `SocialGouv/domifa`. */
  application: string;
  /** Each comes after the one before it, unless it says otherwise. */
  resources: AnyEnsuredResource[];
  /** Makes the outputs of the references: never of a secret. */
  toOutputs(references: References): Output;
}

/**
 * Defines an action that makes sure of resources: it reads, prints its plan, stops at a conflict or a
 * rule, asks for approval where it is wanted, and carries the plan out so that it can be run again after
 * a crash at any point.
 *
 * @param options - `prepare` says what is wanted; it may read, and changes nothing. The action bears it,
 *   so that a whole application can be made of several.
 *
 * @public
 */
export function defineEnsureAction<
  Input extends Shape,
  Output extends Shape,
>(options: {
  id: string;
  kernel: EnsureKernel;
  description: string;
  examples: TemplateExample[];
  schema: { input: Input; output: Output };
  prepare(
    input: Values<Input>,
    context: ActionContext<JsonObject, JsonObject>,
  ): Promise<EnsureWish<Values<Output>>> | EnsureWish<Values<Output>>;
}) {
  const { id, kernel, description, examples, schema, prepare } = options;
  const templateAction = createTemplateAction<Shape, Shape>({
    id,
    description,
    examples,
    schema: { ...schema, input: { ...schema.input, ...commonInput } },
    supportsDryRun: true,
    async handler(ctx) {
      const action = ctx as ActionContext<JsonObject, JsonObject>;
      const input = action.input as Values<Input> & Values<typeof commonInput>;
      const task = toLedgerTask(id, action);
      const { logger } = action;
      let progress: Progress = { done: [], left: [] };
      try {
        await pausing(
          kernel,
          { task, logger, isDryRun: action.isDryRun },
          work,
        );
      } catch (error) {
        if (!(error instanceof TaskPaused) && !action.isDryRun) {
          await sayWhatExists(kernel, { task, logger }, progress);
        }
        throw error;
      }

      async function work() {
        const { wish, context, planned } = await audited(
          kernel,
          'ensure-plan',
          { ...task },
          makePlan,
          plan => ({
            application: plan.wish.application,
            plan: plan.planned.map(
              ({ resource, plan: { verb } }) => `${verb} ${resource.title}`,
            ),
          }),
        );
        const carryOut = () =>
          ensureResources(planned, kernel, context, found => {
            progress = found;
          });
        if (action.isDryRun) return toOutput(wish, await carryOut());
        if (input.approval) {
          await requestConsent(
            input.approval === 'ops' ? kernel.opsGroup : input.approval,
            planned,
            kernel,
            context,
          );
        }
        const meta = { ...task, application: wish.application };
        return toOutput(
          wish,
          await audited(kernel, 'ensure-apply', meta, carryOut),
        );
      }

      async function makePlan() {
        requirePolicy(id, kernel, action.input, action);
        const wish = await explained(
          `${id} could not look at what it needs`,
          'Nothing was changed by this step; run it again then.',
          () => prepare(input, action),
        );
        const { application, resources } = wish;
        const context: EnsureContext = {
          task,
          application,
          adopt: await mayAdopt(id, input.adopt, kernel, action),
          logger,
          isDryRun: action.isDryRun,
          signal: action.signal,
          checkpoint: step => action.checkpoint(step),
        };
        const planned = await planResources(resources, kernel, context);
        await requireQuotas(id, kernel, application, planned, action);
        return { wish, context, planned };
      }

      function toOutput(
        wish: EnsureWish<Values<Output>>,
        references: References,
      ) {
        for (const [name, value] of Object.entries(
          wish.toOutputs(references),
        )) {
          if (value !== undefined) action.output(name, value);
        }
      }
    },
  });
  return { ...templateAction, prepare };
}

function toLedgerTask(
  actionId: string,
  action: ActionContext<JsonObject, JsonObject>,
): LedgerTask {
  return {
    taskId: action.task.id,
    stepId: action.step?.id ?? actionId,
    actionId,
    templateRef: action.templateInfo?.entityRef,
    person: action.user?.ref,
  };
}

async function mayAdopt(
  id: string,
  isAsked: boolean | undefined,
  kernel: EnsureKernel,
  action: ActionContext<JsonObject, JsonObject>,
): Promise<boolean> {
  if (!isAsked) return false;
  const credentials = await action.getInitiatorCredentials();
  if (await kernel.mayAdopt(credentials)) return true;
  throw new NotAllowedError(
    `${id} was asked to adopt what has no owner, which ${
      action.user?.ref ?? 'the person'
    } may not. Ask somebody with the permission fabrique.resource.adopt`,
  );
}

/** A task that waits ends here, and is started again by the fabrique backend. */
async function pausing<T>(
  kernel: EnsureKernel,
  {
    task,
    logger,
    isDryRun,
  }: Pick<EnsureContext, 'task' | 'logger' | 'isDryRun'>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    const result = await work();
    if (!isDryRun) {
      await explained(
        `${task.actionId} could not look at the wait of the task`,
        'Then run the task again: what exists is kept.',
        () => kernel.ledger.endWait(task.taskId),
      );
    }
    return result;
  } catch (error) {
    if (!(error instanceof TaskPaused)) throw error;
    await explained(
      `${task.actionId} stopped at the wait of the task`,
      'Then run the task again: what exists is kept.',
      () =>
        kernel.ledger.setWait(task.taskId, {
          stepId: task.stepId,
          reason: error.message,
          resumeAt: error.resumeAt,
        }),
    );
    logger.info(`Paused: ${error.message}. The task goes on by itself.`);
    throw error;
  }
}
