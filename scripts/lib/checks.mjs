import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { t } from './language.mjs';
import { root, toolsLogs } from './paths.mjs';
import { runCommand } from './runCommand.mjs';
import {
  toCheckResult,
  toJestResult,
  toNodeTestResult,
  toPlaywrightResult,
} from './testResults.mjs';

/** One command that passes or fails as a whole. */
function check(id, title, usual, program, args) {
  return {
    id,
    title,
    usual,
    async run(report) {
      return toCheckResult(
        await runCommand(program, args, { log: id, onLine: report }),
      );
    },
  };
}

/** Everything that `npm test` does, in this order. */
export const checks = [
  {
    id: 'scripts',
    title: t('Tests des commandes', 'Tests of the commands'),
    usual: '5 s',
    async run(report) {
      const tap = fresh('scripts.tap');
      const files = ['scripts/lib', 'bench/src/actions'].flatMap(folder =>
        readdirSync(join(root, folder))
          .filter(name => name.endsWith('.test.mjs'))
          .map(name => join(folder, name)),
      );
      const result = await runCommand(
        'node',
        [
          '--test',
          '--test-reporter=tap',
          `--test-reporter-destination=${tap}`,
          ...files,
        ],
        { log: 'scripts', onLine: report },
      );
      return toNodeTestResult(readText(tap) ?? '', result);
    },
  },
  check('types', t('Types', 'Types'), t('20 à 60 s', '20 to 60 s'), 'yarn', [
    'tsc',
  ]),
  check(
    'lint',
    t('Règles de code', 'Lint'),
    t('1 à 3 min', '1 to 3 min'),
    'yarn',
    ['lint', '--max-warnings=0'],
  ),
  check('format', t('Mise en forme', 'Formatting'), '20 s', 'yarn', [
    'prettier:check',
  ]),
  check('templates', t('Modèles', 'Templates'), '2 s', 'node', [
    'scripts/check-templates.mjs',
  ]),
  check('config', 'Configuration', '15 s', 'yarn', [
    'backstage-cli',
    'config:check',
    '--strict',
    '--lax',
    '--config',
    'app-config.yaml',
  ]),
  check(
    'config-production',
    t('Configuration de production', 'Production configuration'),
    '15 s',
    'yarn',
    [
      'backstage-cli',
      'config:check',
      '--strict',
      '--lax',
      '--config',
      'app-config.production.yaml',
    ],
  ),
  {
    id: 'unit',
    title: t(
      'Tests des plugins et du bac à sable',
      'Tests of the plugins and of the sandbox',
    ),
    usual: t('3 à 8 min', '3 to 8 min'),
    async run(report) {
      const output = fresh('unit.json');
      const result = await runCommand(
        'yarn',
        [
          'test:unit',
          '--watchAll=false',
          '--maxWorkers=2',
          '--json',
          `--outputFile=${output}`,
        ],
        { log: 'unit', env: { CI: '1', FORCE_COLOR: '0' }, onLine: report },
      );
      return toJestResult(readJson(output), result);
    },
  },
  {
    id: 'journeys',
    title: t('Parcours dans un navigateur', 'Browser journeys'),
    usual: t('2 à 6 min', '2 to 6 min'),
    needsFrontend: true,
    /** Why it cannot be run here; undefined when it can. */
    obstacle: () =>
      findChromium()
        ? undefined
        : t(
            "aucun Chromium n'est installé (CHROMIUM_PATH peut en désigner un)",
            'no Chromium is installed (CHROMIUM_PATH can name one)',
          ),
    async list() {
      const { tail } = await runCommand('yarn', ['test:e2e', '--list'], {
        log: 'journeys',
      });
      return tail.filter(line => line.includes('›')).map(line => line.trim());
    },
    async run(report) {
      const output = fresh('journeys.json');
      const dataDir = mkdtempSync(join(tmpdir(), 'fabrique-journeys-'));
      try {
        const result = await runCommand(
          'yarn',
          ['test:e2e', '--reporter=list,json'],
          {
            log: 'journeys',
            env: {
              JOURNEY_DATA_DIR: dataDir,
              CHROMIUM_PATH: findChromium(),
              PLAYWRIGHT_JSON_OUTPUT_NAME: output,
              FORCE_COLOR: '0',
            },
            onLine: report,
          },
        );
        return toPlaywrightResult(readJson(output), result);
      } finally {
        rmSync(dataDir, { recursive: true, force: true });
      }
    },
  },
];

/** The path of a report that is to be written; an older one is removed, so that it cannot be taken for it. */
function fresh(name) {
  const file = join(toolsLogs, name);
  rmSync(file, { force: true });
  return file;
}

function readText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function readJson(file) {
  const text = readText(file);
  return text === undefined ? undefined : JSON.parse(text);
}
