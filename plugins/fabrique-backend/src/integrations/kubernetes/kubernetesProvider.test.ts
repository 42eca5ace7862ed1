import {
  mockServices,
  registerMswTestHooks,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { http, HttpResponse, passthrough } from 'msw';
import { setupServer } from 'msw/node';
import request from 'supertest';
import fabriquePlugin from '../../index';

const urls = { dev2: 'https://dev2.example', prod2: 'https://prod2.example' };

const entity = (
  name: string,
  annotations: Record<string, string> = {},
  type = 'website',
) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, annotations },
  spec: { type },
});

const entities = [
  entity('domifa', {
    'backstage.io/kubernetes-label-selector': 'owner=domifa',
  }),
  entity('egapro', { 'backstage.io/kubernetes-id': 'egapro' }),
  entity('emjpm', {
    'backstage.io/kubernetes-id': 'emjpm',
    'backstage.io/kubernetes-label-selector': 'owner=emjpm',
    'backstage.io/kubernetes-namespace': 'emjpm-ns',
  }),
  entity('derived'),
  entity('absent'),
  entity('library', {}, 'library'),
];

const deployment = (owner: string, environmentName: string) => ({
  metadata: {
    name: 'app',
    namespace: `${owner}-${environmentName.replace(/\W/g, '-')}`,
    annotations: { 'app.gitlab.com/env.name': environmentName },
  },
  spec: { replicas: 1, template: { spec: { containers: [] } } },
  status: { readyReplicas: 1 },
});

async function start() {
  const { server } = await startTestBackend({
    features: [
      fabriquePlugin,
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({
        data: {
          kubernetes: {
            clusterLocatorMethods: [
              {
                type: 'config',
                clusters: Object.entries(urls).map(([name, url]) => ({
                  name,
                  url,
                  serviceAccountToken: 't',
                })),
              },
            ],
          },
          fabrique: {
            kubernetes: {
              clusters: { dev: 'dev2', preprod: 'dev2', prod: 'prod2' },
            },
          },
        },
      }),
    ],
  });
  return async (name: string, query: object = {}) => {
    const { body } = await request(server)
      .get(`/api/fabrique/v1/entities/component/default/${name}/overview`)
      .query(query);
    return body;
  };
}

describe('kubernetesProvider', () => {
  const calls: string[] = [];
  const msw = setupServer();
  registerMswTestHooks(msw);
  beforeEach(() => {
    calls.splice(0);
    msw.use(
      http.all(/127\.0\.0\.1|localhost/, () => passthrough()),
      http.get(/\.example\//, ({ request: { url } }) => {
        const { host, pathname, searchParams } = new URL(url);
        const cluster = host.split('.')[0];
        const selector = searchParams.get('labelSelector') ?? '';
        calls.push(`${cluster} ${pathname} ${selector}`);
        const [, owner] = selector.split('=');
        const isEmpty =
          owner === 'absent' || !pathname.endsWith('/deployments');
        const names =
          cluster === 'prod2'
            ? ['prod']
            : ['main-dev', 'preprod-dev', 'feat/login-dev'];
        return HttpResponse.json({
          metadata: {},
          items: isEmpty ? [] : names.map(name => deployment(owner, name)),
        });
      }),
    );
  });

  it('asks each cluster for a few lists, once for all environments, branches and viewers', async () => {
    const read = await start();
    await read('domifa');
    expect(calls).toHaveLength(6);
    calls.splice(0);
    await read('domifa', { environment: 'dev' });
    expect(calls.map(call => call.split(' ')[1]).sort()).toEqual([
      '/api/v1/namespaces',
      '/api/v1/pods',
      '/apis/apps/v1/deployments',
      '/apis/apps/v1/statefulsets',
      '/apis/batch/v1/cronjobs',
      '/apis/batch/v1/jobs',
      '/apis/networking.k8s.io/v1/ingresses',
    ]);
    const answers = await Promise.all(
      [...Array(50).keys()].map(viewer =>
        read(
          'domifa',
          [
            { environment: 'prod' },
            { environment: 'preprod' },
            { environment: 'dev' },
            { environment: 'dev', branch: 'feat/login' },
          ][viewer % 4],
        ),
      ),
    );
    expect(calls).toHaveLength(7);
    const namespaceOf = ({ services }: (typeof answers)[number]) =>
      services.kubernetes.view.workloads.map(
        ({ namespace }: { namespace: string }) => namespace,
      );
    expect(answers.slice(0, 4).map(namespaceOf)).toEqual([
      ['domifa-prod'],
      ['domifa-preprod-dev'],
      ['domifa-main-dev'],
      ['domifa-feat-login-dev'],
    ]);
    expect(answers[3]).toMatchObject({
      branch: 'feat/login',
      reviewBranches: ['feat/login'],
    });
  }, 60_000);

  it('follows the annotations of the core plugin, else the naming rule', async () => {
    const read = await start();
    const asked = async (name: string) => {
      calls.splice(0);
      const { services } = await read(name);
      return [services.kubernetes.state, [...calls].sort()[0]];
    };

    expect(await asked('egapro')).toEqual([
      'ok',
      'prod2 /api/v1/pods backstage.io/kubernetes-id=egapro',
    ]);
    expect(await asked('emjpm')).toEqual([
      'ok',
      'prod2 /api/v1/namespaces/emjpm-ns/pods owner=emjpm',
    ]);
    expect(await asked('derived')).toEqual([
      'ok',
      'prod2 /api/v1/pods owner=derived',
    ]);
    expect(await asked('absent')).toEqual([
      'not-linked',
      'prod2 /api/v1/pods owner=absent',
    ]);
    expect(await asked('library')).toEqual(['not-linked', undefined]);
  }, 60_000);
});
