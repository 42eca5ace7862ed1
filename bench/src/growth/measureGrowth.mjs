import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../../scripts/lib/paths.mjs';
import { startGrowthPortal } from './GrowthPortal.mjs';

const { parse } = createRequire(import.meta.url)('yaml');

/** People look at so many different components. */
const lookedAt = 100;

/**
 * Fleets of several sizes, side by side, each kept up to date by a plugin of its own: how many targets it
 * asks about and how many calls that takes in a minute, and what memory the process has. In the largest
 * one, more and more people look at pages.
 */
export async function measureGrowth(
  settings,
  { sizes, seconds, crowds: viewers },
) {
  const started = [];
  try {
    const start = async (index, options) => {
      const portal = await startGrowthPortal(settings, {
        portalPort: settings.portalPort + 1 + index,
        portPrefix: settings.portPrefix + 1 + index,
        ...options,
      });
      started.push(portal);
      return portal;
    };
    const bare = await start(sizes.length, { size: 0, withPlugin: false });
    const without = await bare.readMemory();
    await bare.stop();

    const portals = await Promise.all(
      sizes.map((size, index) => start(index, { size })),
    );
    const fleets = await Promise.all(
      portals.map((portal, index) =>
        measureFleet(portal, sizes[index], seconds),
      ),
    );
    const largest = portals.at(-1);
    const crowds = [];
    for (const count of viewers) {
      crowds.push(await measureCrowd(largest, count));
    }
    return { without, seconds, budgets: readBudgets(), fleets, crowds };
  } finally {
    await Promise.all(started.map(portal => portal.stop().catch(() => {})));
  }
}

/** How many components each service may be asked about in a minute. */
function readBudgets() {
  const file = join(root, 'bench/app-config.growth.yaml');
  return parse(readFileSync(file, 'utf8')).fabrique.fleet.targetsPerMinute;
}

/** Counts from the moment at which the first round of the background is under way. */
async function measureFleet(portal, size, seconds) {
  const deadline = Date.now() + 180_000;
  const asked =
    'select 1 from fleet_services where answered_at is not null limit 1';
  while ((await portal.query(asked)).length === 0) {
    if (Date.now() > deadline) {
      throw new Error(`Nothing is asked about the ${size} components`);
    }
    await sleep(250);
  }
  const from = new Date();
  const before = { ...portal.counts };
  await sleep(seconds * 1_000);
  const calls = Object.fromEntries(
    Object.entries(portal.counts).map(([id, n]) => [id, n - (before[id] ?? 0)]),
  );
  const targets = await portal.query(
    `select service, count(distinct target_key) as targets,
       count(distinct target_key) filter (where state = 'ok') as good
     from fleet_services where answered_at >= $1 group by service order by service`,
    [from],
  );
  const [{ components }] = await portal.query(
    'select count(*) as components from fleet_components',
  );
  return {
    size,
    components: Number(components),
    memory: await portal.readMemory(),
    calls,
    targets: targets.map(row => ({
      service: row.service,
      targets: Number(row.targets),
      good: Number(row.good),
    })),
  };
}

/** Everybody opens a page and comes back to it once. */
async function measureCrowd(portal, count) {
  const refs = await portal.query(
    'select entity_ref from fleet_components order by entity_ref limit $1',
    [lookedAt],
  );
  const before = Object.values(portal.counts).reduce((a, b) => a + b, 0);
  const look = async index => {
    const ref = refs[index % refs.length].entity_ref.replace(':', '/');
    const answer = await fetch(
      `${portal.base}/api/fabrique/v1/entities/${ref}/overview`,
    );
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${ref}: HTTP ${answer.status}`);
  };
  const startedAt = Date.now();
  for (let round = 0; round < 2; round += 1) {
    for (let i = 0; i < count; i += 20) {
      const some = Array.from({ length: Math.min(20, count - i) }, (_, j) =>
        look(i + j),
      );
      await Promise.all(some);
    }
  }
  const ms = Date.now() - startedAt;
  const after = Object.values(portal.counts).reduce((a, b) => a + b, 0);
  return {
    viewers: count,
    ms,
    calls: after - before,
    memory: await portal.readMemory(),
  };
}
