import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { childEnvironment } from './environment.mjs';
import { root, toolsLogs } from './paths.mjs';
import { signalGroup } from './processGroup.mjs';

const running = new Set();

/** Ends the commands that are running; for a signal that arrives during preparation or tests. */
export function endRunningCommands(signal) {
  for (const child of running) signalGroup(child.pid, signal);
}

/**
 * Runs a program to its end, in a process group of its own, with its output in `.tools/logs`.
 *
 * @param options - `log`: name of the log file; `cwd`; `env`: additions; `onLine(line)`; `onStart(group)`
 * @returns exit code, the last lines of the output, and the path of the log
 */
export function runCommand(program, args, options) {
  const { log, cwd = root, env, onLine, onStart } = options;
  mkdirSync(toolsLogs, { recursive: true });
  const logFile = join(toolsLogs, `${log}.log`);
  const output = createWriteStream(logFile);
  const tail = [];
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: childEnvironment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    running.add(child);
    child.once('error', error => {
      running.delete(child);
      reject(error);
    });
    if (child.pid) onStart?.(child.pid);
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', line => {
        output.write(`${line}\n`);
        if (!line.trim()) return;
        tail.push(line);
        if (tail.length > 60) tail.shift();
        onLine?.(line);
      });
    }
    child.once('close', (code, signal) => {
      running.delete(child);
      output.end();
      resolve({ code: code ?? 1, signal, tail, logFile });
    });
  });
}
