import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { loadKubernetesSdk } from '../integrations/kubernetes/createObjectApi';
import { testUpstreamFailures } from '../testUtils';
import { ClusterObjects } from './ClusterObjects';

const baseUrl = 'http://127.0.0.1:7104';

const createObjects = (token = 't') =>
  ClusterObjects.fromConfig(
    new ConfigReader({
      kubernetes: {
        clusterLocatorMethods: [
          {
            type: 'config',
            clusters: [
              { name: 'dev2', url: baseUrl, serviceAccountToken: token },
            ],
          },
        ],
      },
      fabrique: { kubernetes: { clusters: { dev: 'dev2' } } },
    }),
    { timeoutMs: 600 },
  )!;

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
      http.get(`${baseUrl}/api/v1`, () =>
        HttpResponse.json({
          kind: 'APIResourceList',
          groupVersion: 'v1',
          resources: [
            { name: 'configmaps', kind: 'ConfigMap', namespaced: true },
          ],
        }),
      ),
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
