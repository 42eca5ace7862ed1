// `yarn bench`: figures beside those of other plugins, into docs/benchmarks.md. `yarn bench actions` measures
// this part anew (calls, overview, firstCard, growth, bundle, actions); `--quick` prints a short run.
import { join } from 'node:path';
import { runInterruptible } from './lib/interruptible.mjs';
import { t } from './lib/language.mjs';
import { runMain } from './lib/main.mjs';
import { root } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { say, step } from './lib/progress.mjs';
import { runCommand } from './lib/runCommand.mjs';

await runMain(async () => {
  const bench = join(root, 'bench');
  const outcome = await runInterruptible({
    async run() {
      await prepare();
      const installed = await step(
        t('Installation des pairs', 'Installing the peers'),
        t('1 à 3 min', '1 to 3 min'),
        report =>
          runCommand('yarn', ['install', '--immutable'], {
            cwd: bench,
            log: 'bench-install',
            onLine: report,
          }),
      );
      if (installed.code !== 0) return installed;
      return step(t('Mesures', 'Measures'), t('15 min', '15 min'), report =>
        runCommand('node', ['bench/src/run.mjs', ...process.argv.slice(2)], {
          log: 'bench',
          onLine: report,
        }),
      );
    },
    stop: async () => {},
    kill: () => {},
  });
  if (outcome.interrupted) return 130;
  if (outcome.code !== 0) for (const line of outcome.tail) say(line);
  say(t(`Journal : ${outcome.logFile}`, `Log: ${outcome.logFile}`));
  return outcome.code;
});
