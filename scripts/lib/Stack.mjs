import { endLeftovers, killServersOf } from './leftovers.mjs';
import { t } from './language.mjs';
import { followFile } from './logFile.mjs';
import {
  portalEnded,
  readErrorLine,
  startPortal,
  waitForPortal,
} from './portal.mjs';
import { waitForCatalog } from './catalog.mjs';
import { say, step } from './progress.mjs';
import { sandboxEnded, startSandbox } from './sandbox.mjs';

const SHOWN_ERRORS = 5;

/**
 * The sandbox and the portal, started in this order and stopped in the other.
 *
 * @param track - notes the process groups, so that a next start can end what a killed one left
 */
export function createStack(settings, track = () => {}) {
  let sandbox;
  let portal;
  return {
    async start() {
      await step(
        t('Démarrage du bac à sable', 'Starting the sandbox'),
        t('5 s, davantage la première fois', '5 s, more the first time'),
        async report => {
          sandbox = startSandbox(settings, report);
          track(sandbox.pid);
          await sandbox.ready;
        },
      );
      await step(
        t('Démarrage du portail', 'Starting the portal'),
        t('10 à 20 s', '10 to 20 s'),
        async report => {
          portal = startPortal(settings);
          track(portal.pid);
          followFile(settings.portalLog, showErrors(settings));
          await waitForPortal(portal, settings, report);
        },
      );
      await step(
        t('Lecture du catalogue', 'Reading the catalog'),
        t('quelques secondes', 'a few seconds'),
        async report => {
          if (await waitForCatalog(portal, settings, report)) return;
          if (portal.hasExited()) {
            throw portalEnded(settings, await portal.exited);
          }
          say(
            t(
              '  Le catalogue se remplit encore : les applications apparaîtront peu à peu.',
              '  The catalog is still filling: the applications will appear one after the other.',
            ),
          );
        },
      );
    },
    /** Rejects when one of the two ends by itself. */
    async ended() {
      await Promise.race([
        portal.exited.then(how => Promise.reject(portalEnded(settings, how))),
        sandbox.exited.then(how => Promise.reject(sandboxEnded(settings, how))),
      ]);
    },
    async stop() {
      await portal?.stop();
      await sandbox?.stop();
      await endLeftovers({ dataDir: settings.dataDir }); // of a sandbox that was killed
    },
    kill() {
      portal?.kill();
      sandbox?.kill();
      killServersOf(settings.dataDir);
    },
  };
}

function showErrors(settings) {
  let shown = 0;
  return line => {
    const message = readErrorLine(line);
    if (!message || shown > SHOWN_ERRORS) return;
    shown += 1;
    say(
      shown > SHOWN_ERRORS
        ? t(
            `  ! d'autres erreurs sont dans ${settings.portalLog}`,
            `  ! more errors are in ${settings.portalLog}`,
          )
        : `  ! ${t('portail', 'portal')} : ${message}`,
    );
  };
}
