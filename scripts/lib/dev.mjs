import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { childEnvironment } from './environment.mjs';
import { runInterruptible } from './interruptible.mjs';
import { t } from './language.mjs';
import { root } from './paths.mjs';
import { requireDisk, requireGit } from './preflight.mjs';
import { prepare } from './prepare.mjs';
import { requireFreePorts } from './ports.mjs';
import { endLeftovers, killServersOf } from './leftovers.mjs';
import { signalGroup } from './processGroup.mjs';
import { say, step } from './progress.mjs';
import { sandboxTrust, startSandbox } from './sandbox.mjs';
import { readSettings } from './settings.mjs';
import { takeStartLock } from './startLock.mjs';

const FRONTEND = 'http://localhost:3000';

/** @returns the exit code */
export async function dev() {
  const settings = readSettings();
  requireGit();
  requireDisk(settings.dataDir);
  const lock = takeStartLock(settings);
  let sandbox;
  let portal;
  await runInterruptible({
    async run() {
      await endLeftovers({
        groups: lock.left,
        folders: [root],
        dataDir: settings.dataDir,
      });
      await requireFreePorts(settings);
      await prepare({ frontend: false });
      await step(
        t('Démarrage du bac à sable', 'Starting the sandbox'),
        undefined,
        async report => {
          sandbox = startSandbox(settings, report);
          lock.track(sandbox.pid);
          await sandbox.ready;
        },
      );
      say(
        t(
          `• Portail avec rechargement à chaud : ${FRONTEND}, dans une minute environ`,
          `• Portal with hot reload: ${FRONTEND}, in about a minute`,
        ),
      );
      portal = startHotReload(settings);
      lock.track(portal.pid);
      await new Promise(resolve => portal.once('exit', resolve));
      return {};
    },
    async stop() {
      if (portal && portal.exitCode === null && portal.signalCode === null) {
        const ended = new Promise(resolve => portal.once('exit', resolve));
        signalGroup(portal.pid, 'SIGTERM');
        await ended;
      }
      await sandbox?.stop();
      await endLeftovers({ dataDir: settings.dataDir });
      lock.release();
    },
    kill() {
      if (portal) signalGroup(portal.pid, 'SIGKILL');
      sandbox?.kill();
      killServersOf(settings.dataDir);
      lock.release();
    },
  });
  return 0;
}

function startHotReload(settings) {
  return spawn(
    'node',
    [
      '--require',
      join(root, 'scripts/lib/endWithParent.cjs'),
      join(root, 'node_modules/@backstage/cli/bin/backstage-cli'),
      'repo',
      'start',
    ],
    {
      cwd: root,
      env: childEnvironment({
        NODE_ENV: 'development',
        PORTAL_PORT: String(settings.portalPort),
        SANDBOX_PORT_PREFIX: String(settings.portPrefix),
        // The development server of the frontend has an address of its own.
        APP_CONFIG_app_baseUrl: JSON.stringify(FRONTEND),
        APP_CONFIG_backend_cors_origin: JSON.stringify(FRONTEND),
        ...sandboxTrust(settings),
      }),
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      detached: true,
    },
  );
}
