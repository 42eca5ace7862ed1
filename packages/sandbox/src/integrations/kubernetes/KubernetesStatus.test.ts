import {
  CoreV1Api,
  KubeConfig,
  KubernetesObject,
  KubernetesObjectApi,
} from '@kubernetes/client-node';
import { toDeployment, toProd2Config } from './__testUtils__/prod2';
import { startTestFacades, TestFacades } from '../../testing/startTestFacades';
import { createKubernetesFacade } from './createKubernetesFacade';

const deployment = toDeployment();

describe('KubernetesStatus', () => {
  let facades: TestFacades;
  let config: KubeConfig;

  beforeEach(async () => {
    facades = await startTestFacades([
      context => createKubernetesFacade(context, 'prod2'),
    ]);
    config = toProd2Config(facades);
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
      toProd2Config(facades, 'wrong').makeApiClient(CoreV1Api).listNamespace(),
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
        } as KubernetesObject),
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
