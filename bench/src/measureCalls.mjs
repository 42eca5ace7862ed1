import { createOwnViewer, createPeerViewer } from './viewers.mjs';

/** Systems that both sides ask. */
const upstreams = [
  'kubernetes-dev',
  'kubernetes-prod',
  'sentry',
  'grafana',
  'matomo',
];

/**
 * Counts what the upstreams receive while people look at one entity, at their own journal: by a portal
 * that has answered nobody yet, side by side with the peers.
 *
 * @returns for each side and number of viewers, the calls of each upstream
 */
export async function measureCalls(stack, { seconds }) {
  const refs = 'component:default/domifa';
  const entity = await stack.readEntity(refs);
  const sides = { own: createOwnViewer, peers: createPeerViewer };
  const results = [];
  for (const viewers of [1, 50]) {
    for (const [side, createViewer] of Object.entries(sides)) {
      await stack.restartPortal();
      const token = await stack.signIn();
      const options = { base: stack.base, token, entity, refs };
      const readers = await Promise.all(
        Array.from({ length: viewers }, () => createViewer(options)),
      );
      await stack.forgetCalls();
      const until = Date.now() + (viewers === 1 ? 1_000 : seconds * 1_000);
      const outcomes = await Promise.all(readers.map(read => read(until)));
      const calls = await stack.countCalls(upstreams);
      const failures = side === 'peers' ? outcomes.flat() : [];
      results.push({
        viewers,
        side,
        calls,
        total: Object.values(calls).reduce((sum, count) => sum + count, 0),
        failures: [...new Set(failures)],
      });
    }
  }
  return { seconds, rows: results };
}
