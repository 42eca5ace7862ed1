import { JsonObject } from '@backstage/types';
import { startActions, StartedActions } from '../../__testUtils__/startActions';
import { TaskDouble } from '../../__testUtils__/TaskDouble';

jest.setTimeout(180_000);

describe('actions of the clusters, against the sandbox', () => {
  let actions: StartedActions;
  beforeAll(async () => {
    actions = await startActions([
      'github',
      'kubernetes-dev',
      'kubernetes-prod',
      'azure',
      'sentry',
    ]);
  });
  afterAll(() => actions?.stop());

  const run = (
    task: TaskDouble,
    id: string,
    input: JsonObject,
    isDryRun = false,
  ) => {
    task.checkpoints.clear();
    return task.run(actions.action(id), input, { isDryRun });
  };
  const undo = (taskId: string, names: string[] = []) =>
    run(new TaskDouble(`undo-${Math.random()}`), 'fabrique:task:undo', {
      taskId,
      names,
    });
  const kubernetes = async (
    path: string,
    init: RequestInit = {},
    cluster: 'dev' | 'prod' = 'prod',
  ) => {
    const answer = await fetch(
      `${actions.sandbox.urls[`kubernetes-${cluster}`]}${path}`,
      {
        ...init,
        headers: {
          authorization: `Bearer sandbox-${cluster}2-token`,
          'content-type': 'application/merge-patch+json',
        },
      },
    );
    return { status: answer.status, body: await answer.json() };
  };

  it('makes a namespace with labels, project and quota, keeps what others set, and takes it away', async () => {
    const id = 'fabrique:kubernetes:namespace:ensure';
    const input = {
      name: 'mon-app',
      environment: 'prod',
      labels: { cert: 'wildcard' },
      rancherProject: 'c-gjtkk:p-z6nmd',
      quota: { cpu: '2', memory: '4Gi', pods: 20 },
    };
    const path = '/api/v1/namespaces/mon-app';
    await run(new TaskDouble('dry'), id, input, true);
    expect((await kubernetes(path)).status).toBe(404);

    const task = new TaskDouble('namespace');
    expect(await run(task, id, input)).toEqual({
      namespace: 'mon-app',
      cluster: 'prod2',
    });
    expect((await kubernetes(path)).body.metadata).toMatchObject({
      labels: { owner: 'mon-app', cert: 'wildcard' },
      annotations: {
        'field.cattle.io/projectId': 'c-gjtkk:p-z6nmd',
        'fabrique-app': 'SocialGouv/mon-app',
        'fabrique-task': 'namespace',
      },
    });
    expect(
      (await kubernetes(`${path}/resourcequotas/fabrique`)).body.spec,
    ).toEqual({
      hard: { 'limits.cpu': '2', 'limits.memory': '4Gi', pods: '20' },
    });

    await kubernetes(path, {
      method: 'PATCH',
      body: '{"metadata":{"labels":{"people":"yes"}}}',
    });
    const again = new TaskDouble('again');
    await run(again, id, input);
    expect(again.log.slice(1).join('\n')).toMatch(
      /^ {2}nothing {2}Namespace mon-app \(prod\) +is as it should be\n {2}nothing {2}ResourceQuota/,
    );
    expect((await kubernetes(path)).body.metadata.labels.people).toBe('yes');

    await run(task, id, { ...input, quota: { cpu: '4' } });
    expect(task.log.join('\n')).toContain(
      'updated ResourceQuota fabrique in mon-app (prod)',
    );

    await run(new TaskDouble('settings'), 'fabrique:kubernetes:apply', {
      name: 'mon-app',
      environment: 'prod',
      manifests: [
        {
          apiVersion: 'v1',
          kind: 'PersistentVolumeClaim',
          metadata: { name: 'fichiers' },
          spec: { accessModes: ['ReadWriteOnce'] },
        },
      ],
    });
    await expect(undo('namespace')).rejects.toThrow(
      "The Namespace mon-app (prod) holds data (PersistentVolumeClaim fichiers). To lose it, write its name 'mon-app' into 'names'.",
    );
    await undo('namespace', ['mon-app']);
    expect((await kubernetes(path)).status).toBe(404);
  });

  it('applies objects in the namespace of the application alone', async () => {
    const id = 'fabrique:kubernetes:apply';
    const toInput = (manifest: JsonObject) => ({
      name: 'domifa',
      environment: 'prod',
      manifests: [manifest],
    });
    const settings = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'reglages' },
      data: { LANGUE: 'fr' },
    };
    const path = '/api/v1/namespaces/domifa/configmaps/reglages';
    const task = new TaskDouble('apply');
    expect(await run(task, id, toInput(settings))).toEqual({
      objects: ['ConfigMap reglages'],
    });
    expect((await kubernetes(path)).body.data).toEqual({ LANGUE: 'fr' });
    await run(task, id, toInput(settings));
    expect(task.log.at(-1)).toMatch(/^ {2}nothing /);
    await run(task, id, toInput({ ...settings, data: { LANGUE: 'en' } }));
    expect((await kubernetes(path)).body.data).toEqual({ LANGUE: 'en' });

    await expect(
      run(new TaskDouble('foreign'), id, {
        ...toInput({
          ...settings,
          metadata: { name: 'x', namespace: 'egapro' },
        }),
      }),
    ).rejects.toThrow('only domifa is allowed here');
    await expect(
      run(new TaskDouble('foreign'), id, {
        ...toInput(settings),
        namespace: 'egapro',
      }),
    ).rejects.toThrow('The namespace egapro is not one of domifa');
    for (const manifest of [
      { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'x' } },
      {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRoleBinding',
        metadata: { name: 'x' },
      },
    ]) {
      await expect(
        run(new TaskDouble('kind'), id, toInput(manifest)),
      ).rejects.toThrow(`does not apply ${manifest.kind} of`);
    }
    await kubernetes(path, {
      method: 'PATCH',
      body: '{"metadata":{"annotations":{"fabrique-app":"SocialGouv/egapro"}}}',
    });
    await expect(
      run(new TaskDouble('owner'), id, toInput(settings)),
    ).rejects.toThrow(
      'The ConfigMap reglages in domifa (prod) belongs to SocialGouv/egapro. Choose another name.',
    );
  });

  it('is a sink for secrets, whose values are nowhere else', async () => {
    const name = 'kept-app';
    await run(new TaskDouble('ns'), 'fabrique:kubernetes:namespace:ensure', {
      name,
      environment: 'prod',
    });
    const task = new TaskDouble('secret');
    const make = () =>
      run(task, 'fabrique:azure:postgres:ensure', {
        name,
        environments: ['prod'],
        sink: 'kubernetes-secret',
      });
    const { databases } = await make();
    expect(databases).toMatchObject([
      { secret: { sink: 'kubernetes-secret', name: `${name}/azure-pg-user` } },
    ]);
    const path = `/api/v1/namespaces/${name}/secrets/azure-pg-user`;
    const { data } = (await kubernetes(path)).body;
    const password = Buffer.from(data.PGPASSWORD, 'base64').toString();
    expect(password).toMatch(/^[A-Za-z0-9-]{40,}$/);
    expect(
      JSON.stringify([
        task.log,
        [...task.checkpoints],
        await actions.kernel.ledger.list({ taskId: 'secret' }),
      ]),
    ).not.toMatch(`${password}|${data.PGPASSWORD}`);
    await make();
    expect((await kubernetes(path)).body.data).toEqual(data);
    await undo('secret');
    expect((await kubernetes(path)).status).toBe(404);

    const input = {
      name: 'domifa',
      owner: 'group:default/domifa',
      sink: 'kubernetes-secret',
    };
    await expect(
      run(new TaskDouble('dev'), 'fabrique:sentry:project:ensure', input),
    ).rejects.toThrow(
      /The namespace of (dev|preprod) is known only once GitLab has deployed domifa: keep the secret in a sealed-secret\./,
    );
  });
});
