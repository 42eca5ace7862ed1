import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runInterruptible } from './interruptible.mjs';
import { t } from './language.mjs';
import { toolsLogs } from './paths.mjs';
import { prepare } from './prepare.mjs';
import { say, step } from './progress.mjs';
import { runCommand } from './runCommand.mjs';

const table = join(toolsLogs, 'faults.txt');

/**
 * Runs the test of the failure table and prints what it read.
 *
 * @returns the exit code: 1 when a cell is wrong
 */
export async function faults() {
  mkdirSync(toolsLogs, { recursive: true });
  rmSync(table, { force: true });
  const outcome = await runInterruptible({
    async run() {
      await prepare({ frontend: false });
      return step(
        t('Table des pannes', 'Failure table'),
        t('1 à 2 min', '1 to 2 min'),
        report =>
          runCommand(
            'yarn',
            [
              'workspace',
              'backend',
              'test',
              '--watchAll=false',
              'src/failureTable.test.ts',
            ],
            {
              log: 'faults',
              env: { CI: '1', FAILURE_TABLE_FILE: table },
              onLine: report,
            },
          ),
      );
    },
    stop: async () => {},
    kill: () => {},
  });
  if (outcome.interrupted) return 130;
  if (existsSync(table)) say(readFileSync(table, 'utf8'));
  if (outcome.code !== 0) {
    for (const line of outcome.tail) say(line);
    say(t(`Journal : ${outcome.logFile}`, `Log: ${outcome.logFile}`));
  }
  return outcome.code === 0 ? 0 : 1;
}
