import { relative } from 'node:path';
import { createStack } from './Stack.mjs';
import { runInterruptible } from './interruptible.mjs';
import { t } from './language.mjs';
import { root } from './paths.mjs';
import { requireFreePorts } from './ports.mjs';
import { requireDisk, requireGit } from './preflight.mjs';
import { prepare } from './prepare.mjs';
import { endLeftovers } from './leftovers.mjs';
import { elapsed, say } from './progress.mjs';
import { readSettings } from './settings.mjs';
import { takeStartLock } from './startLock.mjs';

/** @returns the exit code */
export async function start() {
  const settings = readSettings();
  requireGit();
  requireDisk(settings.dataDir);
  const lock = takeStartLock(settings);

  const stack = createStack(settings, group => lock.track(group));
  let isReady = false;
  const { interrupted } = await runInterruptible({
    async run() {
      const left = await endLeftovers({
        groups: lock.left,
        folders: [root],
        dataDir: settings.dataDir,
      });
      if (left > 0) {
        say(
          t(
            "Le démarrage précédent a été tué : ce qu'il avait laissé est arrêté.",
            'The previous start was killed: what it had left running is stopped.',
          ),
        );
      }
      await requireFreePorts(settings);
      await prepare();
      await stack.start();
      isReady = true;
      welcome(settings);
      return stack.ended();
    },
    async stop() {
      await stack.stop();
      lock.release();
    },
    kill() {
      stack.kill();
      lock.release();
    },
  });
  say(
    t(
      `Tout est arrêté (${interrupted}). Les données sont gardées.`,
      `Everything is stopped (${interrupted}). The data is kept.`,
    ),
  );
  return isReady ? 0 : 130;
}

function welcome({ portalUrl, portalLog, dataDir }) {
  const data = relative(root, dataDir);
  say(
    t(
      `
Prêt en ${elapsed()} : ${portalUrl}

  Ouvrez cette adresse et entrez comme invité (Camille Martin, équipe domifa).
  À essayer :
    1. Catalogue, « domifa », onglet Fabrique : chaque service de l'application, en direct.
    2. Créer, « Application web » : en moins d'une minute, une application avec ses dépôts,
       sa base, son stockage et son suivi ; sa page s'ouvre à la fin et elle se déploie.

  Journal du portail : ${relative(root, portalLog)}
  Ctrl-C arrête tout. Les données restent dans ${data} ; supprimez ce dossier pour repartir de zéro.
`,
      `
Ready in ${elapsed()}: ${portalUrl}

  Open this address and enter as a guest (Camille Martin, team domifa).
  To try:
    1. Catalog, "domifa", tab Fabrique: every service of the application, live.
    2. Create, "Application web": in less than a minute, an application with its repositories,
       database, storage and monitoring; its page opens at the end, and it is deployed.

  Log of the portal: ${relative(root, portalLog)}
  Ctrl-C stops everything. The data stays in ${data}; delete this folder to start from nothing.
`,
    ),
  );
}
