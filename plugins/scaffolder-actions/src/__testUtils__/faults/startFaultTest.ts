import { rmSync } from 'fs';
import { dirname } from 'path';
import { ActionLives } from './ActionLives';
import { ActionProcesses, bundleActionProcess } from './ActionProcess';
import { FaultPortal, startFaultPortal } from './startFaultPortal';

/** What the kill table and the fault table need. */
export interface FaultTest {
  portal: FaultPortal;
  lives: ActionLives;
  stop(): Promise<void>;
}

/** Starts the portal's parts, the sandbox and the processes of actions. */
export async function startFaultTest(): Promise<FaultTest> {
  const [portal, bundle] = await Promise.all([
    startFaultPortal(),
    bundleActionProcess(),
  ]);
  const processes = new ActionProcesses(bundle, portal.settings);
  const lives = new ActionLives(portal, processes);
  return {
    portal,
    lives,
    async stop() {
      await processes.end();
      lives.removeFiles();
      rmSync(dirname(bundle), { recursive: true });
      await portal.stop();
    },
  };
}
