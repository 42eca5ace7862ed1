import {
  AppsV1Api,
  CoreV1Api,
  KubeConfig,
  KubernetesObjectApi,
  NetworkingV1Api,
} from '@kubernetes/client-node';
import { toDeployment, toProd2Config } from './__testUtils__/prod2';
import { startTestFacades, TestFacades } from '../../testing/startTestFacades';
import { createKubernetesFacade } from './createKubernetesFacade';

const now = new Date('2026-11-23T10:04:00Z');

describe('createKubernetesFacade', () => {
  let facades: TestFacades;
  let config: KubeConfig;

  beforeEach(async () => {
    facades = await startTestFacades(
      [context => createKubernetesFacade(context, 'prod2')],
      { now },
    );
    config = toProd2Config(facades);
  });
  afterEach(() => facades.stop());

  const get = async (path: string) => {
    const response = await fetch(
      facades.context.urls['kubernetes-prod'] + path,
      { headers: { authorization: 'Bearer sandbox-prod2-token' } },
    );
    return { status: response.status, body: await response.text() };
  };

  it('lists the seeded fleet by label, across namespaces and within one', async () => {
    const apps = config.makeApiClient(AppsV1Api);
    const core = config.makeApiClient(CoreV1Api);

    const all = await apps.listDeploymentForAllNamespaces();
    expect(all.items).toHaveLength(24);
    const domifa = await apps.listDeploymentForAllNamespaces({
      labelSelector: 'owner=domifa',
    });
    expect(
      domifa.items.map(({ metadata, status }) => ({
        namespace: metadata?.namespace,
        application: metadata?.labels?.application,
        ready: status?.readyReplicas,
        reasons: status?.conditions?.map(({ reason }) => reason),
      })),
    ).toEqual([
      {
        namespace: 'domifa',
        application: 'domifa',
        ready: 2,
        reasons: ['MinimumReplicasAvailable', 'NewReplicaSetAvailable'],
      },
    ]);
    const pods = await core.listNamespacedPod({
      namespace: 'domifa',
      fieldSelector: 'status.phase=Running',
    });
    expect(pods.items).toHaveLength(2);
    const ingresses = await config
      .makeApiClient(NetworkingV1Api)
      .listNamespacedIngress({ namespace: 'code-du-travail-numerique' });
    expect(ingresses.items[0].spec?.rules?.[0].host).toBe(
      'code.travail.gouv.fr',
    );
    const page = await core.listPodForAllNamespaces({ limit: 5 });
    expect(page.items).toHaveLength(5);
    const next = await core.listPodForAllNamespaces({
      limit: 5,
      _continue: page.metadata?._continue,
    });
    expect(next.items[0].metadata?.name).not.toBe(page.items[0].metadata?.name);
  });

  it('shows a stuck rollout, a pod short of memory and a failed job', async () => {
    const apps = config.makeApiClient(AppsV1Api);
    const core = config.makeApiClient(CoreV1Api);

    const vao = await apps.readNamespacedDeployment({
      namespace: 'vao',
      name: 'app',
    });
    expect(vao.status).toMatchObject({ readyReplicas: 1, updatedReplicas: 1 });
    const progressing = vao.status?.conditions?.find(
      ({ type }) => type === 'Progressing',
    );
    expect(progressing).toMatchObject({
      status: 'False',
      reason: 'ProgressDeadlineExceeded',
      lastUpdateTime: new Date('2026-11-23T09:20:00Z'),
    });
    const vaoPods = await core.listNamespacedPod({
      namespace: 'vao',
      labelSelector: 'component=app',
    });
    expect(
      vaoPods.items.map(
        ({ status }) =>
          status?.containerStatuses?.[0].state?.waiting?.reason ?? 'running',
      ),
    ).toEqual(['CrashLoopBackOff', 'running']);

    const serving = await core.listNamespacedPod({
      namespace: 'serving-ml',
      labelSelector: 'component=app',
    });
    expect(serving.items[0].status?.containerStatuses?.[0]).toMatchObject({
      ready: true,
      restartCount: 7,
      lastState: { terminated: { reason: 'OOMKilled', exitCode: 137 } },
    });
    expect(
      now.getTime() - Number(serving.items[0].metadata?.creationTimestamp),
    ).toBeLessThan(3_600_000);

    const jobs = JSON.parse(
      (await get('/apis/batch/v1/namespaces/dashlord/jobs')).body,
    );
    expect(
      jobs.items.map(
        (job: { status: { conditions: { type: string }[] } }) =>
          job.status.conditions[0].type,
      ),
    ).toEqual(['Failed', 'Complete', 'Complete']);
  });

  it('brings a new Deployment from 0/2 to 2/2, then replaces its pods one by one', async () => {
    const objects = KubernetesObjectApi.makeApiClient(config);
    const apps = config.makeApiClient(AppsV1Api);
    const core = config.makeApiClient(CoreV1Api);
    const read = async () => {
      const { status } = await apps.readNamespacedDeployment({
        namespace: 'essai',
        name: 'app',
      });
      return `${status?.readyReplicas ?? 0} ready, ${
        status?.updatedReplicas ?? 0
      } updated, ${status?.conditions?.map(({ reason }) => reason).join(' ')}`;
    };
    await objects.create({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'essai' },
    });
    await objects.create(toDeployment());

    expect(await read()).toBe(
      '0 ready, 2 updated, MinimumReplicasUnavailable ReplicaSetUpdated',
    );
    facades.advance(3_000);
    expect(await read()).toBe(
      '1 ready, 2 updated, MinimumReplicasUnavailable ReplicaSetUpdated',
    );
    facades.advance(3_000);
    expect(await read()).toBe(
      '2 ready, 2 updated, MinimumReplicasAvailable NewReplicaSetAvailable',
    );
    const pods = await core.listNamespacedPod({ namespace: 'essai' });
    expect(pods.items[0].metadata?.name).toMatch(
      /^app-[b-z0-9]{9}-[b-z0-9]{5}$/,
    );
    const events = await core.listNamespacedEvent({
      namespace: 'essai',
      fieldSelector: `involvedObject.name=${pods.items[0].metadata?.name}`,
    });
    expect(events.items.map(({ reason }) => reason)).toEqual([
      'Scheduled',
      'Pulling',
      'Pulled',
      'Created',
      'Started',
    ]);

    facades.advance(60_000);
    await objects.patch(toDeployment('example.org/essai:v2'));
    facades.advance(3_000);
    expect(await read()).toBe(
      '2 ready, 2 updated, MinimumReplicasAvailable ReplicaSetUpdated',
    );
    await facades.restart();
    config = toProd2Config(facades);
    const replicaSets = await config
      .makeApiClient(AppsV1Api)
      .listNamespacedReplicaSet({ namespace: 'essai' });
    expect(
      replicaSets.items.map(({ spec, status }) => ({
        image: spec?.template?.spec?.containers[0].image,
        ready: status?.readyReplicas,
      })),
    ).toEqual([
      { image: 'example.org/essai:v1', ready: 1 },
      { image: 'example.org/essai:v2', ready: 1 },
    ]);
  });

  it('deletes a namespace with everything in it', async () => {
    const core = config.makeApiClient(CoreV1Api);
    await core.deleteNamespace({ name: 'vao' });
    const pods = await core.listPodForAllNamespaces({
      labelSelector: 'owner=vao',
    });
    expect(pods.items).toEqual([]);
  });
});
