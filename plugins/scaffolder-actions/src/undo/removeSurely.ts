import { LedgerEntry } from '@socialgouv/backstage-plugin-fabrique-common';
import { setTimeout as wait } from 'timers/promises';
import { EnsureCall } from '../ensure';
import { Remover } from './Remover';

/** Until a system no longer shows what it removed, in milliseconds. */
const shownMs = 2_000;

/**
 * Removes something and looks whether it is gone: "not found" is also said of what is there, to who may not
 * see it, and what is struck off nobody looks for again.
 *
 * @returns why it stays after all.
 * @throws Error if it is still there.
 */
export async function removeSurely(
  remover: Remover,
  entry: LedgerEntry,
  call: EnsureCall,
): Promise<string | void> {
  const reason = await remover.remove(entry, call);
  if (reason || (await isGone())) return reason;
  await wait(shownMs, undefined, { signal: call.signal });
  const lateReason = await remover.remove(entry, call);
  if (lateReason || (await isGone())) return lateReason;
  throw new Error(
    'it is still there, though its system was asked twice to remove it',
  );

  /** Or as far gone as it will be: a request that is withdrawn is closed, and stays. */
  async function isGone(): Promise<boolean> {
    const { exists, stays } = await remover.inspect(entry, call);
    return !exists || stays !== undefined;
  }
}
