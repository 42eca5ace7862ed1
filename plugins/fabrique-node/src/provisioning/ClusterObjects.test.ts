import { once } from 'events';
import { createServer } from 'http';
import { AddressInfo } from 'net';
import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { http, HttpResponse, passthrough } from 'msw';
import { setupServer } from 'msw/node';
import { loadKubernetesSdk } from '../integrations/kubernetes/createObjectApi';
import { testUpstreamFailures } from '../testUtils';
import { ClusterObjects } from './ClusterObjects';

const baseUrl = 'http://127.0.0.1:7104';

const createObjects = (token = 't', url = baseUrl) =>
  ClusterObjects.fromConfig(
    new ConfigReader({
      kubernetes: {
        clusterLocatorMethods: [
          {
            type: 'config',
            clusters: [{ name: 'dev2', url, serviceAccountToken: token }],
          },
        ],
      },
      fabrique: { kubernetes: { clusters: { dev: 'dev2' } } },
    }),
    { timeoutMs: 600 },
  )!;

const resources = {
  kind: 'APIResourceList',
  groupVersion: 'v1',
  resources: [{ name: 'configmaps', kind: 'ConfigMap', namespaced: true }],
};

const settings = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'reglages', namespace: 'domifa' },
  data: { LANGUE: 'fr' },
};

describe('ClusterObjects', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  // Loads the SDK, which takes longer than any of the calls.
  beforeAll(() => {
    loadKubernetesSdk();
  }, 60_000);

  it('applies on the server, as one manager of fields, and can tell what would be', async () => {
    const asked: unknown[] = [];
    server.use(
      http.get(`${baseUrl}/api/v1`, () => HttpResponse.json(resources)),
      http.patch(
        `${baseUrl}/api/v1/namespaces/domifa/configmaps/reglages`,
        async ({ request }) => {
          asked.push([
            Object.fromEntries(new URL(request.url).searchParams),
            request.headers.get('content-type'),
            JSON.parse(await request.text()),
          ]);
          return HttpResponse.json(settings);
        },
      ),
    );
    const objects = createObjects();
    await expect(objects.apply('dev', settings)).resolves.toMatchObject({
      data: { LANGUE: 'fr' },
    });
    await objects.apply('dev', settings, { isDryRun: true });
    const manager = { fieldManager: 'fabrique', force: 'false' };
    expect(asked).toEqual([
      [manager, 'application/apply-patch+yaml', settings],
      [{ ...manager, dryRun: 'All' }, 'application/apply-patch+yaml', settings],
    ]);
  });

  it('ends a write on the wire too when its task is cancelled', async () => {
    const cancelled = new AbortController();
    let toldOfEnd: () => void = () => undefined;
    const ended = new Promise<void>(resolve => {
      toldOfEnd = resolve;
    });
    const cluster = createServer((request, response) => {
      if (request.method === 'GET') {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(resources));
      } else {
        response.once('close', toldOfEnd);
        cancelled.abort();
      }
    }).listen(0, '127.0.0.1');
    await once(cluster, 'listening');
    const { port } = cluster.address() as AddressInfo;
    server.use(http.all(`http://127.0.0.1:${port}/*`, () => passthrough()));
    await expect(
      createObjects('t', `http://127.0.0.1:${port}`).apply('dev', settings, {
        signal: cancelled.signal,
      }),
    ).rejects.toMatchObject({
      message: 'Kubernetes dev2 apply ConfigMap: given up',
    });
    await ended;
    cluster.closeAllConnections();
    cluster.close();
  });

  it('names the key of an environment without a cluster', async () => {
    await expect(createObjects().read('prod', settings)).rejects.toThrow(
      'The portal has no cluster for prod: fabrique.kubernetes.clusters.prod is missing',
    );
  });

  testUpstreamFailures({
    server,
    baseUrl,
    call: secret => createObjects(secret).apply('dev', settings),
  });
});
