import { t } from './language.mjs';
import { watchParents } from './parents.mjs';
import { say } from './progress.mjs';
import { endRunningCommands } from './runCommand.mjs';

const SAME_PRESS_MS = 1_000;

/**
 * Runs a command until it ends or a Ctrl-C, SIGTERM or closed terminal interrupts it; `stop` runs in
 * both cases. A second Ctrl-C calls `kill` and leaves at once.
 *
 * @returns what `run` returned, or `{ interrupted: signal }`
 */
export async function runInterruptible({ run, stop, kill }) {
  const running = run();
  running.catch(() => {}); // an interrupted run may still fail, when nobody listens any more
  try {
    return await Promise.race([running, interruption(kill)]);
  } finally {
    endRunningCommands('SIGTERM');
    await stop();
  }
}

function interruption(kill) {
  return new Promise(resolve => {
    let firstAt;
    const onSignal = signal => {
      const now = Date.now();
      if (firstAt === undefined) {
        firstAt = now;
        say(t('\nArrêt…', '\nStopping…'));
        resolve({ interrupted: signal });
      } else if (now - firstAt > SAME_PRESS_MS) {
        // Sooner it is the same press: npm hands on what the terminal sent us already.
        say(t('Arrêt immédiat.', 'Stopping at once.'));
        endRunningCommands('SIGKILL');
        kill();
        process.exit(130);
      }
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, onSignal);
    }
    watchParents(() => onSignal(t('npm est arrêté', 'npm ended')));
  });
}
