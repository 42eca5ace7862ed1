import {
  LedgerEntry,
  ResourceType,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { describeFailure, EnsureCall } from '../ensure';
import { Remains, Remover, Removers } from './Remover';

/**
 * What will happen to one line of the ledger.
 *
 * - `remove`: it is there, and goes.
 * - `gone`: it is not there any more; the ledger is put right.
 * - `keep`: it was adopted and never goes, or became somebody else's.
 * - `stop`: it cannot go as it is; nothing is done at all.
 */
export interface UndoStep {
  entry: LedgerEntry;
  verb: 'remove' | 'gone' | 'keep' | 'stop';
  /** For `keep` and `stop`: why, and what to do. */
  detail?: string;
  /** For `remove`. */
  remover?: Remover;
}

/**
 * Looks at everything that a task made, the last first, and decides; changes nothing.
 *
 * @param typedNames - names of things with data that may go all the same.
 * @throws Error naming the resource, the cause and what to do, if one cannot be looked at.
 */
export async function planUndo(
  actionId: string,
  entries: readonly LedgerEntry[],
  removers: Removers,
  typedNames: readonly string[],
  call: EnsureCall,
): Promise<UndoStep[]> {
  const lastFirst = [...entries].reverse();
  return Promise.all(
    lastFirst.map(async (entry): Promise<UndoStep> => {
      if (entry.verb === 'adopt') {
        return { entry, verb: 'keep', detail: 'was there before the task' };
      }
      const remover = removers[entry.type as ResourceType];
      if (!remover) {
        return {
          entry,
          verb: 'stop',
          detail: `The portal cannot remove things of type ${entry.type}. Remove it by hand.`,
        };
      }
      try {
        const { exists, data, obstacle, stays } = await lookTwice(() =>
          remover.inspect(entry, call),
        );
        if (!exists) return { entry, verb: 'gone' };
        if (stays) return { entry, verb: 'keep', detail: stays };
        if (obstacle) return { entry, verb: 'stop', detail: obstacle };
        const name = remover.nameOf(entry);
        if (data && !typedNames.includes(name)) {
          return {
            entry,
            verb: 'stop',
            detail: `The ${entry.title} holds data (${data}). To lose it, write its name '${name}' into 'names'.`,
          };
        }
        return { entry, verb: 'remove', detail: data, remover };
      } catch (error) {
        call.signal?.throwIfAborted();
        const { cause, remedy } = describeFailure(error);
        throw new Error(
          `${actionId} could not look at ${entry.title}: ${cause}. ${remedy} Nothing was removed; run it again then.`,
        );
      }
    }),
  );
}

/** Systems also say of what was only just made that it is not there: what is struck off nobody looks for again. */
async function lookTwice(look: () => Promise<Remains>): Promise<Remains> {
  const remains = await look();
  return remains.exists ? remains : look();
}
