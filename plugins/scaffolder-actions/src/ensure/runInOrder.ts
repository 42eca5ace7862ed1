import { AnyEnsuredResource } from './EnsuredResource';

/**
 * The keys after which each resource comes: those that it names, else the one before it in the list.
 *
 * @throws Error if a resource comes after one that is not there, or after itself.
 */
export function toPredecessors(
  resources: readonly AnyEnsuredResource[],
): Map<string, readonly string[]> {
  const predecessors = new Map(
    resources.map(({ key, after }, index) => [
      key,
      after ?? (index > 0 ? [resources[index - 1].key] : []),
    ]),
  );
  const visit = (key: string, path: readonly string[]) => {
    const before = predecessors.get(key);
    if (!before) throw new Error(`There is no resource ${key}`);
    if (path.includes(key)) {
      throw new Error(`Resources wait for each other: ${path.join(', ')}`);
    }
    before.forEach(other => visit(other, [...path, key]));
  };
  for (const key of predecessors.keys()) visit(key, []);
  return predecessors;
}

/**
 * Runs `work` for each resource as soon as those before it are done, independent ones side by side.
 * After a failure nothing more is started, and what is under way comes to its end first.
 *
 * @throws the first failure.
 */
export async function runInOrder(
  resources: readonly AnyEnsuredResource[],
  work: (resource: AnyEnsuredResource) => Promise<void>,
): Promise<void> {
  const predecessors = toPredecessors(resources);
  const runs = new Map<string, Promise<void>>();
  const failures: unknown[] = [];
  const start = (resource: AnyEnsuredResource): Promise<void> => {
    const known = runs.get(resource.key);
    if (known) return known;
    const before = predecessors.get(resource.key)!;
    const run = (async () => {
      await Promise.all(
        before.map(key => start(resources.find(other => other.key === key)!)),
      );
      if (failures.length > 0) return;
      await work(resource).catch(error => failures.push(error));
    })();
    runs.set(resource.key, run);
    return run;
  };
  await Promise.all(resources.map(start));
  if (failures.length > 0) throw failures[0];
}
