import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { readSettings } from '../../scripts/lib/settings.mjs';
import { measureActions } from './actions/measureActions.mjs';
import { measureGrowth } from './growth/measureGrowth.mjs';
import { measureBundle } from './measureBundle.mjs';
import { measureCalls } from './measureCalls.mjs';
import { measureFirstCard } from './measureFirstCard.mjs';
import { measureLatency } from './measureLatency.mjs';
import { startStack } from './Portal.mjs';
import { readFigures, writeFigures } from './report/figures.mjs';
import { toReport } from './report/toReport.mjs';

/**
 * What is measured, in the order of the report; `yarn bench calls actions` measures these anew, and the
 * report keeps the others as they were measured last.
 */
const parts = {
  calls: (stack, { size }) => measureCalls(stack, size),
  overview: async (stack, { size }) => {
    await stack.restartPortal();
    return measureLatency(stack, size);
  },
  firstCard: measureFirstCardOfFleet,
  growth: async (stack, { settings, size }) => {
    await stack.stopPortal();
    return measureGrowth(settings, size);
  },
  bundle: () => measureBundle(),
  actions: async (stack, { size }) => {
    await stack.restartPortal();
    return measureActions(stack, size);
  },
};

const named = process.argv.slice(2).filter(word => !word.startsWith('--'));
const unknown = named.filter(name => !(name in parts));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no part ${unknown}; there are: ${Object.keys(parts).join(
      ', ',
    )}\n`,
  );
  process.exit(1);
}
const wanted = named.length > 0 ? named : Object.keys(parts);
const isQuick = process.argv.includes('--quick');
const size = isQuick
  ? {
      ...{ seconds: 20, rounds: 60, loadSeconds: 3 },
      ...{ pages: 5, pageRounds: 1, runs: 1 },
      ...{ sizes: [100, 1_000], crowds: [10, 100] },
    }
  : {
      ...{ seconds: 60, rounds: 150, loadSeconds: 5 },
      ...{ pages: 15, pageRounds: 2, runs: 3 },
      ...{ sizes: [100, 1_000, 10_000], crowds: [10, 100, 1_000] },
    };
const say = line => process.stdout.write(`${line}\n`);

const dataDir = mkdtempSync(join(tmpdir(), 'fabrique-bench-'));
const settings = readSettings({
  PORTAL_PORT: process.env.PORTAL_PORT || '7017',
  SANDBOX_PORT_PREFIX: process.env.SANDBOX_PORT_PREFIX || '92',
  SANDBOX_DATA_DIR: dataDir,
});

let stack;
let code = 0;
const end = async () => {
  await stack?.stop();
  rmSync(dataDir, { recursive: true, force: true });
};
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => end().then(() => process.exit(130)));
try {
  const needsStack = wanted.some(name => name !== 'bundle');
  if (needsStack) stack = await startStack(settings);
  const command = ['yarn bench', ...process.argv.slice(2)].join(' ');
  const figures = isQuick ? {} : readFigures();
  for (const name of Object.keys(parts).filter(one => wanted.includes(one))) {
    say(`Measuring: ${name}…`);
    let measured;
    try {
      measured = await parts[name](stack, { settings, size });
    } catch (error) {
      // The others may still be measured.
      say(`${name}: ${error.stack}`);
      code = 1;
      continue;
    }
    say(JSON.stringify(measured, undefined, 1));
    figures[name] = {
      ...measured,
      command,
      machine: describeMachine(),
      date: new Date().toISOString().slice(0, 10),
    };
    if (isQuick) continue;
    // At once: a part that fails must not cost those before it.
    writeFigures(figures);
    writeFileSync(join(root, 'docs/benchmarks.md'), toReport(figures));
  }
  if (isQuick) say(toReport(figures));
} catch (error) {
  say(error.stack);
  code = 1;
} finally {
  await end();
}
process.exit(code);

async function measureFirstCardOfFleet(stack, { size: { pages, pageRounds } }) {
  const names = await stack.listComponents(pages);
  return measureFirstCard(stack, {
    names,
    upstream: 'sentry',
    rounds: pageRounds,
  });
}

function describeMachine() {
  const [{ model }] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores (${model}), ${gigabytes} GiB, Node ${
    process.version
  }`;
}
