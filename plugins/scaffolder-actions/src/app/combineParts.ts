import { JsonObject } from '@backstage/types';
import { AnyEnsuredResource, EnsureWish } from '../ensure';

/** One part of an application: what one of the single actions wants. */
export interface AppPart {
  /** Before the lines of the log, and key of the outputs: `postgres`. */
  name: string;
  /** Names of parts that must be there first; those that are not wanted are passed over. */
  after: string[];
  wish: EnsureWish<JsonObject>;
}

/**
 * Makes one list of the resources of all parts: in a part one comes after the other, parts wait only for
 * those that they name.
 */
export function combineParts(parts: readonly AppPart[]): AnyEnsuredResource[] {
  const lastKeys = new Map(
    parts.flatMap(({ name, wish: { resources } }) => {
      const last = resources.at(-1);
      return last ? [[name, last.key]] : [];
    }),
  );
  return parts.flatMap(({ name, after, wish: { resources } }) =>
    resources.map((resource, index) => ({
      ...resource,
      part: name,
      after:
        resource.after ??
        (index > 0
          ? [resources[index - 1].key]
          : after.flatMap(other => lastKeys.get(other) ?? [])),
    })),
  );
}
