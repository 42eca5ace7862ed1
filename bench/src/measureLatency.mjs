import { createRequire } from 'node:module';
import { median, percentile } from './statistics.mjs';

/** Those that answer about the component; in the order of their ports. */
const upstreams = [
  'github',
  'gitlab',
  'azure',
  'blob',
  'kubernetes-prod',
  'sentry',
  'matomo',
  'grafana',
  'upptime',
  'tipimail',
  'nextcloud',
  'office365',
];

const autocannon = createRequire(import.meta.url)('autocannon');

/** Loads one address, and gives what autocannon saw. */
async function load(url, token, options) {
  const result = await autocannon({
    url,
    headers: { authorization: `Bearer ${token}`, 'accept-encoding': 'gzip' },
    timeout: 30,
    ...options,
  });
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    errors: result.errors + result.timeouts + result.non2xx,
  };
}

/** Times one request after the other, turn by turn, so that what drifts drifts for both. */
async function alternate(urls, token, rounds) {
  const times = urls.map(() => []);
  for (let i = 0; i < rounds; i += 1) {
    for (const [index, url] of urls.entries()) {
      const startedAt = performance.now();
      const response = await fetch(url, {
        headers: { authorization: `Bearer ${token}` },
      });
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
      times[index].push(performance.now() - startedAt);
    }
  }
  // The first ones warm the process up.
  return times.map(list => list.slice(Math.floor(rounds / 10)));
}

/** The overview from a warm cache against a route that reads the entity and answers nothing else. */
export async function measureLatency(stack, { rounds, loadSeconds: seconds }) {
  const token = await stack.signIn();
  const path = 'component/default/domifa';
  const bare = `${stack.base}/api/bench/entities/${path}`;
  const overview = `${stack.base}/api/fabrique/v1/entities/${path}/overview`;

  const compare = async () => {
    const [bareTimes, overviewTimes] = await alternate(
      [bare, overview],
      token,
      rounds,
    );
    return {
      bareMedian: median(bareTimes),
      overviewMedian: median(overviewTimes),
      bareP99: percentile(bareTimes, 0.99),
      overviewP99: percentile(overviewTimes, 0.99),
    };
  };
  const atHalfRate = async rate => {
    const runs = { bare: [], overview: [] };
    for (let i = 0; i < 3; i += 1) {
      for (const [name, url] of Object.entries({ bare, overview })) {
        runs[name].push(
          await load(url, token, {
            connections: 10,
            overallRate: rate,
            duration: seconds,
          }),
        );
      }
    }
    const p99 = list => median(list.map(run => run.p99));
    const errors = [...runs.bare, ...runs.overview].reduce(
      (sum, run) => sum + run.errors,
      0,
    );
    return { bareP99: p99(runs.bare), overviewP99: p99(runs.overview), errors };
  };

  await alternate([bare, overview], token, 30);
  const warm = await compare();
  const saturated = await load(bare, token, {
    connections: 10,
    duration: seconds,
  });
  const halfRate = Math.max(1, Math.floor(saturated.perSecond / 2));
  const warmLoad = await atHalfRate(halfRate);

  for (const upstream of upstreams) await stack.hang(upstream);
  try {
    const hanging = await compare();
    const hangingLoad = await atHalfRate(halfRate);
    return {
      saturation: saturated.perSecond,
      halfRate,
      warm,
      warmLoad,
      hanging,
      hangingLoad,
    };
  } finally {
    await stack.heal();
  }
}
