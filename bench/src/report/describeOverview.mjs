import { ms, ratio, table, verdict } from './format.mjs';
import { round } from '../statistics.mjs';

export function describeOverview(figures) {
  const { saturation, halfRate, warm, warmLoad, hanging, hangingLoad } =
    figures;
  const row = (what, bare, overview, wanted) => [
    what,
    ms(bare),
    ms(overview),
    ratio(overview, bare),
    wanted,
    verdict(overview <= wanted * bare),
  ];
  return `## The overview from a warm cache

Against an authenticated route of the same backend that reads the entity from the catalog and answers nothing else. Warm are the answers of the services, and the decision that the reader may see them, which counts for 10 s. Medians of requests that take turns; under load, \`autocannon\` with 10 connections, three turns each, at half the rate at which the bare route saturates (${round(
    saturation,
  )} requests/s, so ${halfRate}).

${table(
  ['', 'bare route', 'overview', 'ratio', 'wanted', ''],
  [
    row('median', warm.bareMedian, warm.overviewMedian, 1.5),
    row('p99 at half the rate', warmLoad.bareP99, warmLoad.overviewP99, 5),
    row(
      'median, all upstreams hang',
      hanging.bareMedian,
      hanging.overviewMedian,
      1.5,
    ),
    row(
      'p99 at half the rate, all upstreams hang',
      hangingLoad.bareP99,
      hangingLoad.overviewP99,
      5,
    ),
  ],
)}

Requests that failed under load: ${warmLoad.errors + hangingLoad.errors}.`;
}
