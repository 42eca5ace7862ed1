import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { prepareDependencies } from './dependencies.mjs';
import { prepareFrontend } from './frontend.mjs';
import { t } from './language.mjs';
import { acquireLock } from './lock.mjs';
import { root, toolsDir } from './paths.mjs';
import { endLeftovers } from './leftovers.mjs';
import { step } from './progress.mjs';
import { prepareToolchain } from './toolchain.mjs';

/**
 * Node, Yarn, dependencies and, unless `frontend` is false, the built frontend: each only when
 * something changed. Two commands at once take turns.
 */
export async function prepare({ frontend = true } = {}) {
  const lock = await waitForTurn();
  try {
    const track = group => lock.track(group);
    await endLeftovers({ groups: lock.left, folders: [root] });
    await prepareToolchain(track);
    await prepareDependencies(track);
    if (frontend) await prepareFrontend(track);
  } finally {
    lock.release();
  }
}

async function waitForTurn() {
  const file = join(toolsDir, 'prepare.lock');
  const { lock, holder } = acquireLock(file);
  if (lock) return lock;
  return step(
    t(
      `Une autre commande prépare déjà le projet (processus ${holder.pid}) : on l'attend`,
      `Another command is preparing the project (process ${holder.pid}): waiting for it`,
    ),
    undefined,
    async () => {
      for (;;) {
        await sleep(500);
        const next = acquireLock(file);
        if (next.lock) return next.lock;
      }
    },
  );
}
