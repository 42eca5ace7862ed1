import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { testUpstreamFailures } from '../../testUtils';
import { createClusterApis } from './createClusterApis';
import { KubernetesClient } from './KubernetesClient';
import { KubernetesKind } from './schema';

const cluster = {
  name: 'dev2',
  url: 'http://127.0.0.1:7104',
  skipTLSVerify: false,
};
const baseUrl = cluster.url;
const selected = { labelSelector: 'owner=domifa' };

function createClient(token = 't') {
  return KubernetesClient.create({ ...cluster, token }, { timeoutMs: 600 });
}

describe('KubernetesClient', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  // Loads the SDK, which takes longer than any of the calls.
  beforeAll(() => {
    createClusterApis({ ...cluster, token: 't' });
  }, 60_000);

  it('lists what a label selector names, page by page', async () => {
    const asked: Request[] = [];
    server.use(
      http.get(`${baseUrl}/apis/apps/v1/deployments`, ({ request }) => {
        asked.push(request);
        const isFirst = asked.length === 1;
        return HttpResponse.json({
          kind: 'DeploymentList',
          apiVersion: 'apps/v1',
          metadata: { resourceVersion: '1', ...(isFirst && { continue: 'c' }) },
          items: isFirst
            ? [
                {
                  metadata: {
                    name: 'app',
                    namespace: 'domifa',
                    labels: { owner: 'domifa' },
                    creationTimestamp: '2026-11-01T08:00:00Z',
                    uid: 'not used',
                  },
                  spec: {
                    replicas: 2,
                    selector: {},
                    template: {
                      spec: { containers: [{ name: 'app', image: 'app:v1' }] },
                    },
                  },
                  status: {
                    readyReplicas: 1,
                    conditions: [
                      {
                        type: 'Progressing',
                        status: 'True',
                        lastUpdateTime: '2026-11-23T08:00:00Z',
                      },
                    ],
                  },
                },
                { metadata: { name: 'odd' } },
              ]
            : [
                {
                  metadata: { name: 'bare', namespace: 'domifa' },
                  spec: { template: {} },
                },
              ],
        });
      }),
    );

    await expect(
      createClient().list(
        'Deployment',
        { labelSelector: 'owner=domifa,tier!=x' },
        {},
      ),
    ).resolves.toMatchObject([
      {
        metadata: {
          name: 'app',
          namespace: 'domifa',
          labels: { owner: 'domifa' },
          creationTimestamp: '2026-11-01T08:00:00.000Z',
        },
        spec: {
          replicas: 2,
          template: { spec: { containers: [{ image: 'app:v1' }] } },
        },
        status: {
          readyReplicas: 1,
          conditions: [
            {
              type: 'Progressing',
              status: 'True',
              lastUpdateTime: '2026-11-23T08:00:00.000Z',
            },
          ],
        },
      },
      { metadata: { name: 'bare' } },
    ]);
    expect(asked[0].headers.get('authorization')).toBe('Bearer t');
    expect(
      asked.map(({ url }) => Object.fromEntries(new URL(url).searchParams)),
    ).toEqual([
      { labelSelector: 'owner=domifa,tier!=x', limit: '500' },
      { labelSelector: 'owner=domifa,tier!=x', limit: '500', continue: 'c' },
    ]);
  });

  it.each<[KubernetesKind, string]>([
    ['StatefulSet', '/apis/apps/v1/statefulsets'],
    ['Pod', '/api/v1/pods'],
    ['CronJob', '/apis/batch/v1/cronjobs'],
    ['Job', '/apis/batch/v1/jobs'],
    ['Ingress', '/apis/networking.k8s.io/v1/ingresses'],
    ['Namespace', '/api/v1/namespaces'],
  ])('lists %s in all namespaces', async (kind, path) => {
    server.use(
      http.get(`${baseUrl}${path}`, () =>
        HttpResponse.json({ metadata: {}, items: [] }),
      ),
    );

    await expect(createClient().list(kind, selected, {})).resolves.toEqual([]);
  });

  it.each<[KubernetesKind, string]>([
    ['Deployment', '/apis/apps/v1/namespaces/domifa/deployments'],
    ['StatefulSet', '/apis/apps/v1/namespaces/domifa/statefulsets'],
    ['Pod', '/api/v1/namespaces/domifa/pods'],
    ['CronJob', '/apis/batch/v1/namespaces/domifa/cronjobs'],
    ['Job', '/apis/batch/v1/namespaces/domifa/jobs'],
    ['Ingress', '/apis/networking.k8s.io/v1/namespaces/domifa/ingresses'],
  ])('lists %s in one namespace', async (kind, path) => {
    const queries: string[] = [];
    server.use(
      http.get(`${baseUrl}${path}`, ({ request }) => {
        queries.push(new URL(request.url).search);
        return HttpResponse.json({ metadata: {}, items: [] });
      }),
    );

    await expect(
      createClient().list(kind, { ...selected, namespace: 'domifa' }, {}),
    ).resolves.toEqual([]);
    expect(queries).toEqual(['?labelSelector=owner%3Ddomifa&limit=500']);
  });

  it("passes on the cluster's own words", async () => {
    server.use(
      http.get(`${baseUrl}/api/v1/pods`, () =>
        HttpResponse.json(
          {
            kind: 'Status',
            status: 'Failure',
            message: 'pods is forbidden: User "portal" cannot list pods',
            code: 403,
          },
          { status: 403 },
        ),
      ),
    );

    await expect(
      createClient().list('Pod', selected, {}),
    ).rejects.toMatchObject({
      kind: 'forbidden',
      message: 'Kubernetes dev2 list Pod: HTTP 403',
      detail: 'pods is forbidden: User "portal" cannot list pods',
    });
  });

  testUpstreamFailures({
    server,
    baseUrl,
    call: secret => createClient(secret).list('Pod', selected, {}),
    // Every cluster has these lists: without them, the address is not that of one.
    except: { '404': 'invalid-response' },
  });
});
