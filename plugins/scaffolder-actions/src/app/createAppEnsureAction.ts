import { Config } from '@backstage/config';
import { JsonObject, JsonValue } from '@backstage/types';
import { computeNames, environmentIds } from '../naming/computeNames';
import {
  AnyEnsuredResource,
  defineEnsureAction,
  EnsureKernel,
  References,
} from '../ensure';
import { AppInput, AppPartDefinitions, AppWants } from './appParts';
import { AppPart, combineParts } from './combineParts';
import { examples } from './createAppEnsureAction.examples';
import { fillIn } from './fillIn';
import { requirePolicy } from '../policy/requirePolicy';

const id = 'fabrique:app:ensure';

/**
 * Creates the action `fabrique:app:ensure`.
 *
 * @public
 */
export function createAppEnsureAction(options: {
  kernel: EnsureKernel;
  config: Config;
  parts: AppPartDefinitions;
}) {
  const { kernel, config, parts } = options;
  return defineEnsureAction({
    id,
    kernel,
    description:
      'Makes sure of everything that an application wants, with one plan for all: parts that do not need one another are made side by side. Before the first commit, `@{part.output}` in the files of the workspace is replaced by what the parts gave, for example `@{matomo.siteId}`.',
    examples,
    schema: {
      input: {
        name: z => z.string().describe('Name of the application.'),
        owner: z =>
          z
            .string()
            .describe(
              'Team that owns the application, as an entity reference: group:default/domifa.',
            ),
        description: z =>
          z.string().optional().describe('What the application does.'),
        url: z =>
          z
            .string()
            .url()
            .optional()
            .describe(
              'Address of production; by default the one of the naming rules.',
            ),
        environments: z =>
          z
            .array(z.enum(environmentIds))
            .min(1)
            .describe('Environments that get databases and containers.'),
        wants: z =>
          z
            .object(
              Object.fromEntries(
                Object.entries(parts).map(([name, part]) => [
                  name,
                  (part.options
                    ? z.union([z.boolean(), part.options(z)])
                    : z.boolean()
                  )
                    .optional()
                    .describe(part.description),
                ]),
              ),
            )
            .strict()
            .describe(
              'What the application wants; what is left out it does not.',
            ),
        extensions: z =>
          z
            .array(z.string())
            .optional()
            .describe('Extensions of Postgres: pgcrypto, postgis, unaccent…'),
        topics: z =>
          z.array(z.string()).optional().describe('Topics of the repository.'),
        contacts: z =>
          z
            .array(z.string().email())
            .optional()
            .describe('Addresses of people who own the mailbox.'),
      },
      output: {
        parts: z =>
          z
            .record(z.any())
            .describe('Outputs of the single actions, by name of the part.'),
      },
    },
    async prepare({ wants: asked, ...input }, context) {
      const wants = asked as AppWants;
      const names = computeNames(config, input.name);
      const chosen = Object.entries(parts).filter(([name]) => wants[name]);
      const made = new Map<string, JsonValue>();
      const prepared = await Promise.all(
        chosen.map(
          async ([name, { after, action, toInput }]): Promise<AppPart> => {
            const wanted = wants[name];
            const single = toInput(
              input as AppInput,
              names,
              typeof wanted === 'object' ? wanted : {},
            );
            // What the single action may not be asked, it may not be asked as a part either.
            requirePolicy(action.id, kernel, single, context);
            const wish = await action.prepare(single as never, context);
            const resources = wish.resources.map(resource =>
              remember(resource, made),
            );
            return {
              name,
              after: typeof after === 'function' ? after(wants) : after,
              wish: { ...wish, resources },
            };
          },
        ),
      );
      const commit = `github/${names.repository}/content`;
      return {
        application: names.repository,
        resources: combineParts(prepared).map(resource =>
          resource.key === commit
            ? {
                ...resource,
                apply: async (found, call) => {
                  await fillIn(context.workspacePath, toOutputsSoFar());
                  return resource.apply(found, call);
                },
              }
            : resource,
        ),
        // In a dry run nothing is made: what would be stands in for it.
        toOutputs: references => ({ parts: toOutputs(prepared, references) }),
      };

      /** Of the parts that are made so far. */
      function toOutputsSoFar(): Record<string, JsonObject> {
        return toOutputs(
          prepared.filter(({ wish }) =>
            wish.resources.every(({ key }) => made.has(key)),
          ),
          key => made.get(key)!,
        );
      }
    },
  });
}

function toOutputs(
  parts: readonly AppPart[],
  references: References,
): Record<string, JsonObject> {
  return Object.fromEntries(
    parts.map(({ name, wish }) => [name, wish.toOutputs(references)]),
  );
}

/** Keeps the reference of a resource as soon as it is made, for the parts that come after. */
function remember(
  resource: AnyEnsuredResource,
  made: Map<string, JsonValue>,
): AnyEnsuredResource {
  return {
    ...resource,
    async settle(reference) {
      made.set(resource.key, reference);
      await resource.settle?.(reference);
    },
  };
}
