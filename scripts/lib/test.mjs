import { Refusal } from './Refusal.mjs';
import { checks } from './checks.mjs';
import { runInterruptible } from './interruptible.mjs';
import { t } from './language.mjs';
import { endServersOfTests } from './leftovers.mjs';
import { toolsDir, toolsLogs } from './paths.mjs';
import { requireDisk, requireGit } from './preflight.mjs';
import { prepare } from './prepare.mjs';
import { elapsed, say, step } from './progress.mjs';

/**
 * Prepares, then runs the checks, all or those named; a failure does not keep the rest from running.
 *
 * @returns the exit code: 1 when anything failed
 */
export async function test(names) {
  const selected = select(names);
  requireGit();
  requireDisk(toolsDir);
  const outcome = await runInterruptible({
    run: () => runChecks(selected),
    stop: async () => {},
    kill: () => {},
  });
  if (outcome.interrupted) {
    await endServersOfTests();
    return 130;
  }

  for (const line of outcome.notRun) say(line);
  say(t(`Durée : ${elapsed()}`, `Time: ${elapsed()}`));
  say(`${outcome.passed} passed, ${outcome.failed} failed`);
  return outcome.failed > 0 ? 1 : 0;
}

async function runChecks(selected) {
  await prepare({
    frontend: selected.some(c => c.needsFrontend && !c.obstacle?.()),
  });
  const total = { passed: 0, failed: 0, notRun: [] };
  for (const check of selected) {
    const obstacle = check.obstacle?.();
    if (obstacle) {
      const names = await check.list();
      total.notRun.push(
        t(
          `Non lancé : ${check.title}, car ${obstacle} :`,
          `Not run: ${check.title}, because ${obstacle}:`,
        ),
        ...names.map(name => `    ${name}`),
      );
      continue;
    }
    const result = await step(check.title, check.usual, report =>
      check.run(report),
    );
    total.passed += result.passed;
    total.failed += result.failed;
    say(`    ${toSummary(result)}`);
    if (result.failed > 0) {
      for (const failure of result.failures) say(indent(failure));
      say(
        t(
          `    Journal : ${toolsLogs}/${check.id}.log`,
          `    Log: ${toolsLogs}/${check.id}.log`,
        ),
      );
    }
  }
  return total;
}

function select(names) {
  if (names.length === 0) return checks;
  const known = checks.map(check => check.id);
  const unknown = names.find(name => !known.includes(name));
  if (unknown) {
    throw new Refusal(
      t(
        `« ${unknown} » n'est pas un contrôle. Il y a : ${known.join(', ')}.`,
        `"${unknown}" is not a check. There are: ${known.join(', ')}.`,
      ),
    );
  }
  return checks.filter(check => names.includes(check.id));
}

// Not "N passed, N failed": that line is the last one, and the only one of its kind.
function toSummary({ passed, failed, notRun = 0 }) {
  const parts = [
    t(`${passed} réussi${passed > 1 ? 's' : ''}`, `${passed} good`),
    failed > 0 ? t(`${failed} en échec`, `${failed} bad`) : '',
    notRun > 0 ? t(`${notRun} non lancés`, `${notRun} not run`) : '',
  ];
  return parts.filter(Boolean).join(', ');
}

function indent(text) {
  return text
    .split('\n')
    .map(line => `    ${line}`)
    .join('\n');
}
