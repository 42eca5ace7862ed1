import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './Refusal.mjs';
import { t } from './language.mjs';
import { root } from './paths.mjs';
import { requireRegistry } from './preflight.mjs';
import { step } from './progress.mjs';
import { runCommand } from './runCommand.mjs';
import { createStamp, hashInputs } from './stamp.mjs';
import { listWorkspaces } from './workspaces.mjs';

/** Installs the dependencies when the lockfile or a package.json changed since the last install. */
export async function prepareDependencies(track) {
  const state = join(root, 'node_modules', '.yarn-state.yml');
  const stamp = createStamp('dependencies');
  const hash = hashInputs(
    [
      ...['package.json', 'yarn.lock', '.yarnrc.yml'].map(f => join(root, f)),
      ...listWorkspaces().map(({ dir }) => join(dir, 'package.json')),
    ],
    [process.platform, process.arch],
  );
  const isInstalled = existsSync(state);
  if (isInstalled && stamp.matches(hash)) return;
  if (!isInstalled) await requireRegistry();

  await step(
    t('Installation des dépendances', 'Installing the dependencies'),
    isInstalled
      ? t('20 s environ', 'about 20 s')
      : t('2 à 4 min la première fois', '2 to 4 min the first time'),
    async report => {
      stamp.clear();
      const { code, tail, logFile } = await runCommand(
        'yarn',
        ['install', '--immutable'],
        {
          log: 'install',
          env: { CI: '1' },
          onLine: line => report(line.replace(/^➤ YN\d+: [┌│└·] /, '')),
          onStart: track,
        },
      );
      if (code !== 0) throw toRefusal(tail, logFile);
      stamp.write(hash);
    },
  );
}

function toRefusal(tail, logFile) {
  const output = tail.join('\n');
  if (/ENOSPC/.test(output)) {
    return new Refusal(
      t(
        "Le disque est plein : faites de la place, puis relancez la commande ; l'installation reprend.",
        'The disk is full: make room, then run the command again; the install goes on.',
      ),
    );
  }
  if (/YN0028/.test(output)) {
    return new Refusal(
      t(
        'yarn.lock ne correspond plus aux package.json : lancez « yarn install » et validez yarn.lock.',
        'yarn.lock does not match the package.json files: run "yarn install" and commit yarn.lock.',
      ),
    );
  }
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|RequestError/.test(output)) {
    return new Refusal(
      t(
        `Le registre npm n'a pas répondu pendant l'installation : relancez la commande, elle reprend (journal : ${logFile}).`,
        `The npm registry did not answer during the install: run the command again, it goes on (log: ${logFile}).`,
      ),
    );
  }
  return new Refusal(
    t(
      `L'installation a échoué :\n${last(tail)}\nJournal : ${logFile}`,
      `The install failed:\n${last(tail)}\nLog: ${logFile}`,
    ),
  );
}

function last(lines) {
  return lines
    .slice(-8)
    .map(line => `    ${line}`)
    .join('\n');
}
