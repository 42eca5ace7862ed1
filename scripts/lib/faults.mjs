import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runInterruptible } from './interruptible.mjs';
import { t } from './language.mjs';
import { endServersOfTests } from './leftovers.mjs';
import { toolsLogs } from './paths.mjs';
import { prepare } from './prepare.mjs';
import { say, step } from './progress.mjs';
import { runCommand } from './runCommand.mjs';

/** The tables that tests read and write down. */
const tables = {
  cards: {
    title: t('Table des pannes', 'Failure table'),
    usual: t('1 à 2 min', '1 to 2 min'),
    log: 'faults',
    workspace: 'backend',
    test: 'src/failureTable.test.ts',
    variable: 'FAILURE_TABLE_FILE',
  },
  actions: {
    title: t(
      'Actions tuées, et actions dont un appel échoue',
      'Actions that are killed, and actions of which a call fails',
    ),
    usual: t('2 à 3 h', '2 to 3 h'),
    log: 'faults-actions',
    workspace:
      '@socialgouv/backstage-plugin-scaffolder-backend-module-fabrique',
    test: 'src/actionFaults.test.ts',
    variable: 'ACTION_FAULTS_FILE',
  },
};

/**
 * Runs the test of a table and prints what it read.
 *
 * @param name - `cards`, or `actions`
 * @param words - for `actions`, a part of the ids of those that are meant, and `--failures` for one kill of each
 * @returns the exit code: 1 when a cell is wrong
 */
export async function faults(name = 'cards', ...words) {
  const [only = ''] = words.filter(word => !word.startsWith('--'));
  const every = words.includes('--failures') ? 'failures' : 'all';
  const { title, usual, log, workspace, test, variable } = tables[name];
  const table = join(toolsLogs, `${log}.txt`);
  mkdirSync(toolsLogs, { recursive: true });
  rmSync(table, { force: true });
  const outcome = await runInterruptible({
    async run() {
      await prepare({ frontend: false });
      const each = t('quelques minutes par action', 'a few minutes each');
      return step(title, only ? each : usual, report =>
        runCommand(
          'yarn',
          ['workspace', workspace, 'test', '--watchAll=false', test],
          {
            log,
            env: {
              CI: '1',
              [variable]: table,
              ACTION_FAULTS_EVERY: every,
              ACTION_FAULTS_ONLY: only,
            },
            onLine: report,
          },
        ),
      );
    },
    stop: async () => {},
    kill: () => {},
  });
  if (outcome.interrupted) {
    await endServersOfTests();
    return 130;
  }
  if (existsSync(table)) say(readFileSync(table, 'utf8'));
  if (outcome.code !== 0) {
    for (const line of outcome.tail) say(line);
    say(t(`Journal : ${outcome.logFile}`, `Log: ${outcome.logFile}`));
  }
  return outcome.code === 0 ? 0 : 1;
}
