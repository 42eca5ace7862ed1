import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { listProcesses } from './processTable.mjs';

const GRACE_MS = 10_000;
/** In which interrupted tests end. */
const ENDING_MS = 1_000;
const isServer = /^\S*(node|postgres)(\s|$)/;

/**
 * Ends what a killed command left behind. Only call it while holding the lock of these processes:
 * whoever started them must be dead.
 *
 * A group counts as ours only when one of its members names one of `folders` on its command line, for
 * ids are used again. Postgres leaves the group it was started in; it is known by the data folder.
 *
 * @param groups - process groups that were started
 * @param folders - folders of ours
 * @param dataDir - whose servers are to be ended, whatever their group
 * @returns how many processes were ended
 */
export async function endLeftovers({ groups = [], folders = [], dataDir }) {
  const processes = listProcesses().filter(entry => entry.pid !== process.pid);
  const ours = new Set(
    processes
      .filter(
        entry =>
          groups.includes(entry.group) &&
          folders.some(folder => entry.command.includes(folder)),
      )
      .map(entry => entry.group),
  );
  return endAll(
    processes.filter(
      entry => ours.has(entry.group) || isServerOf(dataDir, entry.command),
    ),
  );
}

/**
 * Ends the servers of tests that were interrupted: what works in the folder of a test, and whose parent is
 * gone.
 *
 * @param folders - how the folders of tests begin
 * @returns how many processes were ended
 */
export async function endServersOfTests(
  folders = join(tmpdir(), 'fabrique-sandbox-'),
) {
  await sleep(ENDING_MS);
  const processes = listProcesses();
  const commands = new Map(processes.map(({ pid, command }) => [pid, command]));
  return endAll(
    processes.filter(
      ({ parent, command }) =>
        isServer.test(command) &&
        command.includes(folders) &&
        // Whoever takes orphans in is no node.
        !/^\S*node(\s|$)/.test(commands.get(parent) ?? ''),
    ),
  );
}

async function endAll(targets) {
  for (const { pid, command } of targets) {
    // At SIGTERM, Postgres waits for its clients to leave.
    signal(pid, isPostgres(command) ? 'SIGINT' : 'SIGTERM');
  }
  for (let waited = 0; waited < GRACE_MS && left(targets) > 0; waited += 200) {
    await sleep(200);
  }
  if (left(targets) > 0) {
    for (const { pid } of targets) signal(pid, 'SIGKILL');
    await sleep(200);
  }
  return targets.length;
}

/** Kills the servers of a data folder, at once. */
export function killServersOf(dataDir) {
  for (const { pid, command } of listProcesses()) {
    if (isServerOf(dataDir, command)) signal(pid, 'SIGKILL');
  }
}

function isServerOf(dataDir, command) {
  return (
    dataDir !== undefined &&
    isServer.test(command) &&
    [dataDir, readMovedPostgres(dataDir)].some(
      folder => folder && command.includes(`${folder}/`),
    )
  );
}

// Started by root from a folder that only root may enter, the sandbox keeps Postgres elsewhere.
function readMovedPostgres(dataDir) {
  const note = join(dataDir, 'postgres', 'moved-to');
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : undefined;
}

function isPostgres(command) {
  return /^\S*postgres(\s|$)/.test(command);
}

function left(targets) {
  const living = new Set(listProcesses().map(entry => entry.pid));
  return targets.filter(({ pid }) => living.has(pid)).length;
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error; // it ended by itself
  }
}
