import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  renameSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { childEnvironment } from './environment.mjs';
import { signalGroup } from './processGroup.mjs';

/**
 * Starts a server of ours. It has a process group of its own, so that Ctrl-C in the terminal does not
 * reach it before its turn; its output goes straight to a file, so that it does not depend on us; and
 * a channel to us, whose end tells it that we died.
 *
 * @param options - `args` for Node, `cwd`, `env`: additions, `logFile`
 */
export function startChild({ args, cwd, env, logFile }) {
  mkdirSync(dirname(logFile), { recursive: true });
  if (existsSync(logFile)) {
    renameSync(logFile, logFile.replace(/\.log$/, '.previous.log'));
  }
  const log = openSync(logFile, 'a');
  const child = spawn('node', args, {
    cwd,
    env: childEnvironment(env),
    stdio: ['ignore', log, log, 'ipc'],
    detached: true,
  });
  closeSync(log);

  const exited = new Promise(resolve => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', error => resolve({ code: 1, error }));
  });
  return {
    pid: child.pid,
    exited,
    onMessage: listener => child.on('message', listener),
    hasExited: () => child.exitCode !== null || child.signalCode !== null,
    /** Asks it to end, and ends the whole group when it does not within the grace period. */
    async stop(graceMs = 20_000) {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        const timer = setTimeout(
          () => signalGroup(child.pid, 'SIGKILL'),
          graceMs,
        );
        await exited;
        clearTimeout(timer);
      }
      signalGroup(child.pid, 'SIGKILL'); // whatever it forgot
    },
    kill: () => signalGroup(child.pid, 'SIGKILL'),
  };
}
