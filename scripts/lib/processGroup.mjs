import { setTimeout as sleep } from 'node:timers/promises';
import { listProcesses } from './processTable.mjs';

/** Signals a whole process group; a group that is gone is fine. */
export function signalGroup(group, signal) {
  try {
    process.kill(-group, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/**
 * Ends process groups that a killed command left behind. A group is ours only when one of its
 * members names one of `markers` (a folder of ours) on its command line: ids are used again.
 *
 * @returns how many groups were ended
 */
export async function endLeftovers(groups, markers) {
  const ours = groups.filter(group =>
    listProcesses().some(
      entry =>
        entry.group === group &&
        markers.some(marker => entry.command.includes(marker)),
    ),
  );
  for (const group of ours) signalGroup(group, 'SIGTERM');
  const isGone = () => {
    const living = new Set(listProcesses().map(entry => entry.group));
    return ours.every(group => !living.has(group));
  };
  for (let waited = 0; waited < 10_000 && !isGone(); waited += 200) {
    await sleep(200);
  }
  if (!isGone()) {
    for (const group of ours) signalGroup(group, 'SIGKILL');
    await sleep(200);
  }
  return ours.length;
}
