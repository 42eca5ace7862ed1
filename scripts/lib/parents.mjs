import { isAlive, listProcesses } from './processTable.mjs';

const EVERY_MS = 1_000;

/**
 * Calls `onGone` when the npm (or Yarn) that runs this script is gone. A signal sent to npm alone
 * ends npm and its shell, and tells us nothing. Started without them, there is nobody to watch.
 */
export function watchParents(onGone, env = process.env) {
  if (!env.npm_lifecycle_event) return;
  const parents = listParents();
  const timer = setInterval(() => {
    if (parents.every(isAlive)) return;
    clearInterval(timer);
    onGone();
  }, EVERY_MS);
  timer.unref();
}

/** The parent process and, when that is the shell which npm runs a script in, the one above it. */
function listParents() {
  const processes = listProcesses();
  const parent = processes.find(({ pid }) => pid === process.ppid);
  if (!parent) return [process.ppid];
  return /^\S*sh\s+-c\s/.test(parent.command)
    ? [parent.pid, parent.parent]
    : [parent.pid];
}
