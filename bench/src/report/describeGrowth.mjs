import { megabytes, table, verdict } from './format.mjs';

const limitBytes = 400e6;
/** Questions that are under way at once. */
const underWay = 4;

export function describeGrowth({ without, seconds, budgets, fleets, crowds }) {
  const perMinute = count => Math.round((count * 60) / seconds);
  const services = [
    ...new Set(
      fleets.flatMap(({ targets }) => targets.map(({ service }) => service)),
    ),
  ].sort();
  const isWithinBudget = fleets.every(({ targets }) =>
    targets.every(
      row => row.targets <= (budgets[row.service] * seconds) / 60 + underWay,
    ),
  );
  const upstreams = [
    ...new Set(fleets.flatMap(({ calls }) => Object.keys(calls))),
  ].sort();
  const added = memory =>
    Object.fromEntries(
      Object.entries(memory).map(([name, bytes]) => [
        name,
        bytes - without[name],
      ]),
    );
  const largest = Math.max(
    ...[...fleets, ...crowds].map(({ memory }) => added(memory).peak),
  );

  return `## As the fleet grows

A backend with this plugin alone (${megabytes(
    without.peak,
  )} at its peak without it), its database, and a catalog that makes its components up while it is read. Each component is one of the sandbox's applications under a name of its own, so that each is a question of its own; the calls are counted on their way to the sandbox, which answers each as it answers about that application. All sizes run side by side, each with its own plugin; the budgets are those of \`app-config.growth.yaml\`.

Components whose services were asked about, in a minute:

${table(
  ['service', 'budget', ...fleets.map(({ size }) => `${size} components`)],
  services.map(service => [
    service,
    budgets[service],
    ...fleets.map(({ targets }) =>
      perMinute(targets.find(row => row.service === service)?.targets ?? 0),
    ),
  ]),
)}

Upstream calls, in a minute:

${table(
  ['upstream', ...fleets.map(({ size }) => `${size} components`)],
  [
    ...upstreams.map(id => [
      id,
      ...fleets.map(({ calls }) => perMinute(calls[id] ?? 0)),
    ]),
    [
      'all',
      ...fleets.map(({ calls }) =>
        perMinute(Object.values(calls).reduce((a, b) => a + b, 0)),
      ),
    ],
  ],
)}

What the plugin adds to the memory of the process: what is kept once all that can be freed is freed, and to the most that the process ever had.

${table(
  ['fleet', 'kept', 'peak of the process'],
  fleets.map(({ size, memory }) => [
    `${size} components`,
    megabytes(added(memory).kept),
    megabytes(added(memory).peak),
  ]),
)}

In the largest fleet, more and more people open the pages of 100 components and come back to them:

${table(
  ['viewers', 'upstream calls meanwhile', 'kept', 'peak'],
  crowds.map(({ viewers, calls, memory }) => [
    viewers,
    calls,
    megabytes(added(memory).kept),
    megabytes(added(memory).peak),
  ]),
)}

Wanted: no service is asked about more components than its budget says, but for the few that are under way when the minute begins: ${verdict(
    isWithinBudget,
  )}. The plugin stays below 400 MB: ${verdict(largest < limitBytes)}.`;
}
