import {
  ActionContext,
  createTemplateAction,
  TemplateExample,
} from '@backstage/plugin-scaffolder-node';
import { JsonObject } from '@backstage/types';
import type { z as zod } from 'zod/v3';
import { AnyEnsuredResource } from './EnsuredResource';
import { ensureResources, References } from './ensureResources';

type Shape = Record<string, (z: typeof zod) => zod.ZodType>;
type Values<S extends Shape> = {
  [Key in keyof S]: zod.output<ReturnType<S[Key]>>;
};

/**
 * What an action wants, once its input is known.
 *
 * @public
 */
export interface EnsureWish<Output> {
  /** In the order in which they are made. */
  resources: AnyEnsuredResource[];
  /** Makes the outputs of the references: never of a secret. */
  toOutputs(references: References): Output;
}

/**
 * Defines an action that makes sure of resources: it reads, prints its plan, stops at a conflict, and
 * carries the plan out so that it can be run again after a crash at any point.
 *
 * @param options - `prepare` says what is wanted; it may read, and changes nothing.
 *
 * @public
 */
export function defineEnsureAction<
  Input extends Shape,
  Output extends Shape,
>(options: {
  id: string;
  description: string;
  examples: TemplateExample[];
  schema: { input: Input; output: Output };
  prepare(
    input: Values<Input>,
    context: ActionContext<JsonObject, JsonObject>,
  ): Promise<EnsureWish<Values<Output>>> | EnsureWish<Values<Output>>;
}) {
  const { id, description, examples, schema, prepare } = options;
  return createTemplateAction<Shape, Shape>({
    id,
    description,
    examples,
    schema,
    supportsDryRun: true,
    async handler(ctx) {
      const context = ctx as ActionContext<JsonObject, JsonObject>;
      const wish = await prepare(context.input as Values<Input>, context);
      const references = await ensureResources(id, wish.resources, context);
      for (const [name, value] of Object.entries(wish.toOutputs(references))) {
        if (value !== undefined) context.output(name, value);
      }
    },
  });
}
