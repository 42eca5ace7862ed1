import {
  CoreV1Api,
  KubeConfig,
  KubernetesObjectApi,
} from '@kubernetes/client-node';
import { startTestFacades, TestFacades } from '../../testing/startTestFacades';
import { createKubernetesFacade } from './createKubernetesFacade';

function createConfig(facades: TestFacades, token = 'sandbox-prod2-token') {
  const config = new KubeConfig();
  config.loadFromClusterAndUser(
    {
      name: 'prod2',
      server: facades.context.urls['kubernetes-prod'],
      // The client refuses plain HTTP otherwise.
      skipTLSVerify: true,
    },
    { name: 'portal', token },
  );
  return config;
}

const template = (image: string) => ({
  metadata: { labels: { app: 'essai' } },
  spec: { containers: [{ name: 'app', image }] },
});

const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'app', namespace: 'essai', labels: { owner: 'essai' } },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: 'essai' } },
    template: template('example.org/essai:v1'),
  },
};

describe('KubernetesStatus', () => {
  let facades: TestFacades;
  let config: KubeConfig;

  beforeEach(async () => {
    facades = await startTestFacades([
      context => createKubernetesFacade(context, 'prod2'),
    ]);
    config = createConfig(facades);
  });
  afterEach(() => facades.stop());

  const get = async (path: string, token = 'sandbox-prod2-token') => {
    const response = await fetch(
      facades.context.urls['kubernetes-prod'] + path,
      { headers: { authorization: `Bearer ${token}` } },
    );
    return { status: response.status, body: await response.text() };
  };

  it('answers errors as the real API server does', async () => {
    const core = config.makeApiClient(CoreV1Api);
    const objects = KubernetesObjectApi.makeApiClient(config);
    const failure = async (call: Promise<unknown>) => {
      const error: { code: number; body: string } = await call.then(
        () => {
          throw new Error('it succeeded');
        },
        caught => caught,
      );
      return JSON.parse(error.body);
    };

    await expect(
      createConfig(facades, 'wrong').makeApiClient(CoreV1Api).listNamespace(),
    ).rejects.toMatchObject({ code: 401 });
    expect(JSON.parse((await get('/api/v1/pods', 'wrong')).body)).toEqual({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: 'Unauthorized',
      reason: 'Unauthorized',
      code: 401,
    });
    expect(
      await failure(
        core.readNamespacedService({ namespace: 'domifa', name: 'nope' }),
      ),
    ).toMatchObject({
      code: 404,
      reason: 'NotFound',
      message: 'services "nope" not found',
    });
    expect(
      await failure(
        core.createNamespace({ body: { metadata: { name: 'vao' } } }),
      ),
    ).toMatchObject({
      code: 409,
      reason: 'AlreadyExists',
      message: 'namespaces "vao" already exists',
    });
    expect(
      await failure(
        objects.create({
          ...deployment,
          metadata: { ...deployment.metadata, namespace: 'vao', name: 'b' },
          spec: { ...deployment.spec, selector: { matchLabels: { app: 'x' } } },
        } as typeof deployment),
      ),
    ).toMatchObject({
      code: 422,
      reason: 'Invalid',
      message:
        'Deployment.apps "b" is invalid: spec.template.metadata.labels: Invalid value: {"app":"essai"}: `selector` does not match template `labels`',
    });
    expect(await get('/apis/metrics.k8s.io/v1beta1/pods')).toEqual({
      status: 404,
      body: '404 page not found\n',
    });
  });
});
