import { DocumentStore } from '../kernel/DocumentStore';
import { SandboxContext } from '../kernel/Facade';

/**
 * Puts the seeds that were never put before: what people deleted stays deleted over a restart, and the
 * folder of an older sandbox gets what is new.
 *
 * @param name - of the document that remembers what was put
 * @param merge - brings a seed into a document that is there already
 */
export function seedOnce<T extends object>(
  context: SandboxContext,
  name: string,
  store: DocumentStore<T>,
  seeds: [string, T][],
  merge: (seed: T, known: T) => T,
): void {
  const memory = context.documents<{ keys: string[] }>('azure-seeds');
  const keys = memory.get(name)?.keys ?? [];
  const missing = seeds.filter(([key]) => !keys.includes(key));
  if (missing.length === 0) return;
  store.putAll(
    missing.map(([key, seed]) => {
      const known = store.get(key);
      return [key, known ? merge(seed, known) : seed];
    }),
  );
  memory.put(name, { keys: [...keys, ...missing.map(([key]) => key)] });
}
