import { JsonObject } from '@backstage/types';
import { AnyEnsuredResource, EnsureWish } from '../ensure';
import { toPredecessors } from '../ensure/runInOrder';

/** One part of an application: what one of the single actions wants. */
export interface AppPart {
  /** Before the lines of the log, and key of the outputs: `postgres`. */
  name: string;
  /** Names of parts that must be there first; those that are not wanted are passed over. */
  after: string[];
  wish: EnsureWish<JsonObject>;
}

/**
 * Makes one list of the resources of all parts: in a part they come in the order of its single action,
 * parts wait only for those that they name, and for all that these make.
 */
export function combineParts(parts: readonly AppPart[]): AnyEnsuredResource[] {
  const keys = new Map(
    parts.map(({ name, wish }) => [name, wish.resources.map(({ key }) => key)]),
  );
  return parts.flatMap(({ name, after, wish: { resources } }) => {
    const before = toPredecessors(resources);
    const others = after.flatMap(other => keys.get(other) ?? []);
    return resources.map(resource => {
      const own = before.get(resource.key)!;
      return { ...resource, part: name, after: own.length > 0 ? own : others };
    });
  });
}
