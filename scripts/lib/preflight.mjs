import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './Refusal.mjs';
import { childEnvironment } from './environment.mjs';
import { t } from './language.mjs';
import { root } from './paths.mjs';

const GIGABYTE = 1e9;

/** @throws Refusal when there is no git */
export function requireGit() {
  try {
    execFileSync('git', ['--version'], { stdio: 'ignore' });
  } catch (error) {
    throw new Refusal(
      t(
        'Il manque git : installez-le, puis relancez la commande.',
        'git is missing: install it, then run the command again.',
      ),
      { cause: error },
    );
  }
}

/** @throws Refusal when the disk has not the room that a first install, or a start, needs */
export function requireDisk(dataDir) {
  const isFirst = !existsSync(join(root, 'node_modules', '.yarn-state.yml'));
  mkdirSync(dataDir, { recursive: true });
  requireSpace(root, isFirst ? 4 * GIGABYTE : 0.3 * GIGABYTE);
  requireSpace(dataDir, 0.3 * GIGABYTE);
}

function requireSpace(folder, needed) {
  if (!statfsSync) return; // Node before 18.15 cannot tell
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (free >= needed) return;
  const [has, wants] = [free, needed].map(bytes =>
    (bytes / GIGABYTE).toFixed(1),
  );
  throw new Refusal(
    t(
      `Le disque de ${folder} n'a que ${has} Go libres et il en faut ${wants} : faites de la place, puis relancez la commande.`,
      `The disk of ${folder} has only ${has} GB free and ${wants} are needed: make room, then run the command again.`,
    ),
  );
}

/** @throws Refusal when npm's registry, whichever it is, does not answer */
export async function requireRegistry() {
  try {
    execFileSync(
      'npm',
      [
        'view',
        '@yarnpkg/cli-dist@4',
        'name',
        '--fetch-retries=0',
        '--fetch-timeout=15000',
      ],
      { env: childEnvironment(), stdio: 'ignore', timeout: 30_000 },
    );
  } catch (error) {
    const isMissing = error.code === 'ENOENT';
    throw new Refusal(
      isMissing
        ? t(
            'Il manque npm : installez-le avec Node.',
            'npm is missing: install it with Node.',
          )
        : t(
            'Le registre npm ne répond pas : vérifiez la connexion, le proxy ou le registre de « npm config get registry ».',
            'The npm registry does not answer: check the network, the proxy, or the registry of "npm config get registry".',
          ),
      { cause: error },
    );
  }
}
