import { ratio, seconds, table, verdict } from './format.mjs';

export function describeActions(figures) {
  const { delayMs, runs, stepMs, chainMs, sumMs, calls, chain, ratios } =
    figures;
  return `## A whole application

The step \`fabrique:app:ensure\` of the template \`web-app\` (three environments, database and storage), with ${delayMs} ms added to each upstream call over HTTP (statements to Postgres are not slowed down), against the longest chain of calls that had to wait for one another, the long operations of Azure among them; \`bench/src/actions/findLongestChain.mjs\` says when a call had to. Of ${runs} runs (ratios ${ratios
    .map(value => value.toFixed(2))
    .join(', ')}), the one in the middle:

${table(
  ['calls', 'their sum', 'longest chain', 'the step', 'ratio', 'wanted', ''],
  [
    [
      calls,
      seconds(sumMs),
      `${seconds(chainMs)} (${chain.length} calls)`,
      seconds(stepMs),
      ratio(stepMs, chainMs),
      1.3,
      verdict(stepMs <= 1.3 * chainMs),
    ],
  ],
)}`;
}
