import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { readSettings } from '../../scripts/lib/settings.mjs';
import { measureCalls } from './measureCalls.mjs';
import { measureFirstCard } from './measureFirstCard.mjs';
import { measureLatency } from './measureLatency.mjs';
import { startStack } from './Portal.mjs';
import { toReport } from './report.mjs';

const isQuick = process.argv.includes('--quick');
const size = isQuick
  ? { seconds: 20, rounds: 60, loadSeconds: 3, pages: 5 }
  : { seconds: 60, rounds: 300, loadSeconds: 8, pages: 13 };
const say = line => process.stdout.write(`${line}\n`);

const dataDir = mkdtempSync(join(tmpdir(), 'fabrique-bench-'));
const settings = readSettings({
  PORTAL_PORT: process.env.PORTAL_PORT || '7017',
  SANDBOX_PORT_PREFIX: process.env.SANDBOX_PORT_PREFIX || '92',
  SANDBOX_DATA_DIR: dataDir,
});

const stack = await startStack(settings);
let code = 0;
const end = async () => {
  await stack.stop();
  rmSync(dataDir, { recursive: true, force: true });
};
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => end().then(() => process.exit(130)));
try {
  const token = await stack.signIn();
  const read = async path => {
    const response = await fetch(`${stack.base}/api/catalog${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return response.json();
  };
  const refs = 'component:default/domifa';
  const entity = await read('/entities/by-name/component/default/domifa');
  const { items } = await read(
    '/entities/by-query?limit=30&filter=kind=component',
  );
  stack.upstreams = [
    'kubernetes-prod',
    'github',
    'gitlab',
    'sentry',
    'matomo',
    'grafana',
    'upptime',
  ];

  say('Upstream calls…');
  const calls = await measureCalls(stack, { entity, refs, ...size });
  say(JSON.stringify(calls, undefined, 1));
  say('The overview from a warm cache…');
  await stack.restartPortal();
  const latency = await measureLatency(stack, {
    refs,
    rounds: size.rounds,
    seconds: size.loadSeconds,
  });
  say(JSON.stringify(latency, undefined, 1));
  say('The first card…');
  await stack.restartPortal();
  const firstCard = await measureFirstCard(stack, {
    names: items.map(({ metadata }) => metadata.name).slice(0, size.pages),
    upstream: 'sentry',
  });
  say(JSON.stringify(firstCard, undefined, 1));

  const [{ model }] = cpus();
  const report = toReport({
    calls,
    latency,
    firstCard,
    seconds: size.seconds,
    machine: `${cpus().length} cores (${model}), ${Math.round(
      totalmem() / 2 ** 30,
    )} GiB, Node ${process.version}`,
    date: new Date().toISOString().slice(0, 10),
    command: isQuick ? 'yarn bench --quick' : 'yarn bench',
  });
  if (isQuick) say(report);
  else writeFileSync(join(root, 'docs/benchmarks.md'), report);
} catch (error) {
  say(error.stack);
  code = 1;
} finally {
  await end();
}
process.exit(code);
