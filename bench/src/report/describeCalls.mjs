import { table, verdict } from './format.mjs';

export function describeCalls({ rows, seconds }) {
  const find = (viewers, side) =>
    rows.find(row => row.viewers === viewers && row.side === side);
  const upstreams = Object.keys(rows[0].calls);
  const share = find(50, 'own').total / find(50, 'peers').total;
  const { failures } = find(1, 'peers');
  const unread =
    failures.length > 0
      ? ` What the peers could not read here: ${failures.join('; ')}.`
      : '';

  return `## Upstream calls

Counted at the sandbox's own journal, for the component \`domifa\`. The peers are what is published: \`@backstage/plugin-kubernetes\` 0.12 with its backend 0.21, \`@backstage-community/plugin-sentry\` 1.22, \`plugin-grafana\` 0.21 and \`plugin-matomo-backend\` 1.14, driven through their own clients and backends in the same portal.

Equal: the component, both clusters (this suite is asked for production and development at once), the four services, a portal that had answered nobody before, and 15 s as the greatest age of what Kubernetes says (the peer's own default is 10 s, which would cost it more). Not equal, to the peers' advantage: Sentry, Grafana and Matomo are read once when their page is opened and never again, while this suite renews them; Sentry's peer shows issues only, while this suite also reads event counts, environments, releases and sessions; the peer's frontend for Matomo is not published, so that one report is counted where this suite reads ten in one request.

${table(
  ['what', 'whose', ...upstreams, 'all'],
  rows.map(({ viewers, side, calls, total }) => [
    viewers === 1 ? 'one page view' : `${viewers} viewers, ${seconds} s`,
    side === 'own' ? 'this suite' : 'peers',
    ...upstreams.map(id => calls[id]),
    total,
  ]),
)}

For 50 viewers this suite asks ${(share * 100).toFixed(
    1,
  )} % of what its peers ask (wanted: 10 % or less): ${verdict(
    share <= 0.1,
  )}.${unread}`;
}
