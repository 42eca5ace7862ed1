import { Refusal } from './Refusal.mjs';
import { t } from './language.mjs';
import { acquireLock } from './lock.mjs';

/**
 * The lock of a sandbox's data: one portal at a time uses it.
 *
 * @throws Refusal that says where the other one runs
 */
export function takeStartLock({ lockFile, portalUrl }) {
  const { lock, holder } = acquireLock(lockFile, { url: portalUrl });
  if (lock) return lock;
  throw new Refusal(
    t(
      `Fabrique tourne déjà à l'adresse ${holder.url} (processus ${holder.pid}) : Ctrl-C dans son terminal l'arrête.`,
      `Fabrique is already running at ${holder.url} (process ${holder.pid}): Ctrl-C in its terminal stops it.`,
    ),
  );
}
