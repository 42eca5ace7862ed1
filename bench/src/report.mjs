import { round } from './statistics.mjs';

const ms = value => `${round(value)} ms`;
const ratio = (a, b) => (a / b).toFixed(2);
const verdict = isMet => (isMet ? 'met' : '**not met**');

/** The report of one run, as Markdown. */
export function toReport(run) {
  const { calls, latency, firstCard, machine, date, command, seconds } = run;
  const find = (viewers, side) =>
    calls.find(row => row.viewers === viewers && row.side === side);
  const { warm, warmLoad, hanging, hangingLoad } = latency;
  const upstreams = Object.keys(calls[0].calls);
  const rows = calls.map(
    ({ viewers, side, calls: counts, total }) =>
      `| ${
        viewers === 1 ? 'one page view' : `${viewers} viewers, ${seconds} s`
      } | ${side === 'own' ? 'this suite' : 'peers'} | ${upstreams
        .map(id => counts[id])
        .join(' | ')} | ${total} |`,
  );
  const share = find(50, 'own').total / find(50, 'peers').total;
  const failures = find(1, 'peers').failures;

  return `# Benchmarks

Written by \`${command}\` on ${date}; ${machine}. All figures are of one run, side by side, on one machine that also runs the sandbox, Postgres and the load. Another machine gives other milliseconds; the ratios are what counts.

## Upstream calls

Counted at the sandbox's own journal, for the component \`domifa\`. The peers are what is published: \`@backstage/plugin-kubernetes\` 0.12 with its backend 0.21, \`@backstage-community/plugin-sentry\` 1.22, \`plugin-grafana\` 0.21 and \`plugin-matomo-backend\` 1.14, driven through their own clients and backends in the same portal.

Equal: the component, both clusters (this suite is asked for production and development at once), the four services, a portal that had answered nobody before, and 15 s as the greatest age of what Kubernetes says (the peer's own default is 10 s, which would cost it more). Not equal, to the peers' advantage: Sentry, Grafana and Matomo are read once when their page is opened and never again, while this suite renews them; Sentry's peer shows issues only, while this suite also reads event counts, environments, releases and sessions; the peer's frontend for Matomo is not published, so that one report is counted where this suite reads seven.

| what | whose | ${upstreams.join(' | ')} | all |
| --- | --- | ${upstreams.map(() => '--:').join(' | ')} | --: |
${rows.join('\n')}

For 50 viewers this suite asks ${(share * 100).toFixed(
    1,
  )} % of what its peers ask (wanted: 10 % or less): ${verdict(share <= 0.1)}.${
    failures.length > 0
      ? ` What the peers could not read here: ${failures.join('; ')}.`
      : ''
  }

## The overview from a warm cache

Against an authenticated route of the same backend that reads the entity from the catalog and answers nothing else. Medians of requests that take turns; under load, \`autocannon\` with 10 connections, three turns each, at half the rate at which the bare route saturates (${round(
    latency.saturation,
  )} requests/s, so ${latency.halfRate}).

| | bare route | overview | ratio | wanted | |
| --- | --: | --: | --: | --: | --- |
| median | ${ms(warm.bareMedian)} | ${ms(warm.overviewMedian)} | ${ratio(
    warm.overviewMedian,
    warm.bareMedian,
  )} | 1.5 | ${verdict(warm.overviewMedian <= 1.5 * warm.bareMedian)} |
| p99 at half the rate | ${ms(warmLoad.bareP99)} | ${ms(
    warmLoad.overviewP99,
  )} | ${ratio(warmLoad.overviewP99, warmLoad.bareP99)} | 5 | ${verdict(
    warmLoad.overviewP99 <= 5 * warmLoad.bareP99,
  )} |
| median, all upstreams hang | ${ms(hanging.bareMedian)} | ${ms(
    hanging.overviewMedian,
  )} | ${ratio(hanging.overviewMedian, hanging.bareMedian)} | 1.5 | ${verdict(
    hanging.overviewMedian <= 1.5 * hanging.bareMedian,
  )} |
| p99 at half the rate, all upstreams hang | ${ms(hangingLoad.bareP99)} | ${ms(
    hangingLoad.overviewP99,
  )} | ${ratio(hangingLoad.overviewP99, hangingLoad.bareP99)} | 5 | ${verdict(
    hangingLoad.overviewP99 <= 5 * hangingLoad.bareP99,
  )} |

Requests that failed under load: ${warmLoad.errors + hangingLoad.errors}.

## The first card

In Chromium, from the navigation to the first card with an answer, for components that nobody had looked at before; medians of ${
    firstCard.runs.none.length
  } and ${firstCard.runs.hanging.length} pages that take turns.

| no upstream hangs | ${firstCard.upstream} hangs | ratio |
| --: | --: | --: |
| ${ms(firstCard.none)} | ${ms(firstCard.hanging)} | ${ratio(
    firstCard.hanging,
    firstCard.none,
  )} |

Wanted: no later. Pages differ by about ${ms(
    spread(firstCard.runs.none),
  )} among themselves (half of them lie within that).
`;
}

/** Distance between the quartiles. */
function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share => sorted[Math.floor(share * (sorted.length - 1))];
  return at(0.75) - at(0.25);
}
