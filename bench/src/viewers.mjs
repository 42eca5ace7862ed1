import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/lib/paths.mjs';

const require = createRequire(import.meta.url);
const { buildSync } = require('esbuild');
const from = path => import(pathToFileURL(join(root, path)).href);

/** The suite's own client, and when its page asks again: browser code, built for Node as it is. */
function loadOwnClient() {
  const outfile = join(root, 'bench/node_modules/.own/client.cjs');
  ownClient ??= buildSync({
    stdin: {
      contents: `export { FabriqueClient } from './api/FabriqueClient';
export { nextRefreshMs } from './overview/nextRefreshMs';`,
      resolveDir: join(root, 'plugins/fabrique-frontend/src'),
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['@backstage/*'],
    outfile,
  });
  return require(outfile);
}
let ownClient;

/** Both sides ask again so often that Kubernetes is 15 s old at most; the peer's own default is 10 s. */
const refreshMs = 15_000;

/** One reader with the page of an entity open, through the clients of the suite. */
export async function createOwnViewer({ base, token, refs }) {
  const { FabriqueClient, nextRefreshMs } = loadOwnClient();
  const client = new FabriqueClient({
    fetch: (url, init) =>
      fetch(url.replace('plugin://', `${base}/api/`), {
        ...init,
        headers: { authorization: `Bearer ${token}` },
      }),
  });
  return async until => {
    // The peer's answer holds both clusters: here production and development are looked at.
    await Promise.all(
      ['prod', 'dev'].map(async environment => {
        while (Date.now() < until) {
          const overview = await client.getOverview(refs, environment);
          const pause = Math.min(nextRefreshMs(overview), refreshMs);
          await sleep(Math.min(pause, Math.max(until - Date.now(), 0)));
        }
      }),
    );
  };
}

/** One reader with the peers' cards of an entity open, through their own published clients. */
export async function createPeerViewer({ base, token, entity }) {
  const [
    { KubernetesBackendClient },
    { ProductionSentryApi },
    { GrafanaApiClient },
  ] = await Promise.all([
    from(
      'node_modules/@backstage/plugin-kubernetes-react/dist/api/KubernetesBackendClient.esm.js',
    ),
    from(
      'bench/node_modules/@backstage-community/plugin-sentry/dist/api/production-api.esm.js',
    ),
    from(
      'bench/node_modules/@backstage-community/plugin-grafana/dist/api.esm.js',
    ),
  ]);
  const discoveryApi = { getBaseUrl: async id => `${base}/api/${id}` };
  const fetchApi = {
    fetch: (url, init = {}) =>
      fetch(url, {
        ...init,
        headers: { ...init.headers, authorization: `Bearer ${token}` },
      }),
  };
  const kubernetes = new KubernetesBackendClient({
    discoveryApi,
    fetchApi,
    // Service accounts of the portal: nothing comes from the browser.
    kubernetesAuthProvidersApi: {
      decorateRequestBodyForAuth: async () => ({}),
    },
  });
  const sentry = new ProductionSentryApi(discoveryApi, 'incubateur', {
    getCredentials: async () => ({ token }),
  });
  const grafana = new GrafanaApiClient({
    discoveryApi,
    fetchApi,
    hosts: [{ id: 'default', domain: base, unifiedAlerting: false }],
  });
  const selector = entity.metadata.annotations['grafana/dashboard-selector'];
  const failures = [];
  const note = promise => promise.catch(error => failures.push(error.message));
  return async until => {
    // As their components do: Kubernetes again and again, the others when the page is opened.
    await Promise.all([
      note(sentry.fetchIssues(entity, { statsFor: '24h', query: '' })),
      note(grafana.listDashboards(selector)),
      note(grafana.alertsForSelector(selector)),
      note(readMatomo({ base, token, entity })),
      (async () => {
        while (Date.now() < until) {
          await note(kubernetes.getClusters());
          await note(kubernetes.getObjectsByEntity({ auth: {}, entity }));
          await sleep(Math.min(refreshMs, Math.max(until - Date.now(), 0)));
        }
      })(),
    ]);
    return failures;
  };
}

/** The peer's frontend for Matomo is not published: one request for one report, through its backend. */
async function readMatomo({ base, token, entity }) {
  const response = await fetch(`${base}/api/matomo`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({
      module: 'API',
      format: 'json',
      method: 'VisitsSummary.get',
      idSite: entity.metadata.annotations['matomo.io/site-id'],
      period: 'day',
      date: 'today',
    }),
  });
  if (!response.ok) throw new Error(`Matomo: HTTP ${response.status}`);
}
