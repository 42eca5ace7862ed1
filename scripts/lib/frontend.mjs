import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './Refusal.mjs';
import { t } from './language.mjs';
import { root } from './paths.mjs';
import { step } from './progress.mjs';
import { runCommand } from './runCommand.mjs';
import { createStamp, hashInputs, listSources } from './stamp.mjs';
import { listWorkspaceClosure } from './workspaces.mjs';

/** Builds the frontend when its sources changed since the last build. */
export async function prepareFrontend(track) {
  const page = join(root, 'packages/app/dist/index.html');
  const stamp = createStamp('frontend');
  const hash = hashInputs(
    [
      ...listWorkspaceClosure('app').flatMap(listSources),
      join(root, 'yarn.lock'),
    ],
    // The backend serves the rest of the configuration at run time.
    [readBlock(readFileSync(join(root, 'app-config.yaml'), 'utf8'), 'app')],
  );
  if (existsSync(page) && stamp.matches(hash)) return;

  await step(
    t("Construction de l'interface", 'Building the frontend'),
    t('30 à 60 s', '30 to 60 s'),
    async report => {
      stamp.clear();
      const { code, tail, logFile } = await runCommand(
        'yarn',
        ['workspace', 'app', 'build'],
        { log: 'frontend', onLine: report, onStart: track },
      );
      if (code !== 0) {
        const lines = tail.slice(-20).map(line => `    ${line}`);
        throw new Refusal(
          t(
            `L'interface ne se construit pas :\n${lines.join(
              '\n',
            )}\nJournal : ${logFile}`,
            `The frontend does not build:\n${lines.join(
              '\n',
            )}\nLog: ${logFile}`,
          ),
        );
      }
      stamp.write(hash);
    },
  );
}

/** One top-level block of a YAML file, as text. */
export function readBlock(yaml, key) {
  const lines = yaml.split('\n');
  const start = lines.findIndex(line => line.startsWith(`${key}:`));
  if (start < 0) return '';
  const length = lines.slice(start + 1).findIndex(line => /^[\w-]/.test(line));
  return lines
    .slice(start, length < 0 ? undefined : start + 1 + length)
    .join('\n');
}
