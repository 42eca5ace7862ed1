import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import Router from 'express-promise-router';
import request from 'supertest';
import fabriquePlugin from '../index';

const scaffolder = mockCredentials.service.header({
  onBehalfOf: mockCredentials.service('plugin:scaffolder'),
  targetPluginId: 'fabrique',
});
const subject = {
  key: 'azure-postgres/server/domifa',
  type: 'postgres-database',
  title: 'database domifa',
  environment: 'prod',
  application: 'SocialGouv/domifa',
};
const task = (taskId: string) => ({
  taskId,
  stepId: 'postgres',
  actionId: 'fabrique:azure:postgres:ensure',
  person: 'user:default/camille.martin',
});
const ops = 'group:default/sre';

/** A scaffolder that takes new tries, of one task only once it has ended. */
function createScaffolder(retries: { taskId: string; caller: string }[]) {
  return createBackendPlugin({
    pluginId: 'scaffolder',
    register(env) {
      env.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
        },
        async init({ httpAuth, httpRouter }) {
          const router = Router();
          router.post('/v2/tasks/:taskId/retry', async (req, res) => {
            const credentials = await httpAuth.credentials(req);
            const { taskId } = req.params;
            if (taskId === 'running') throw new ConflictError('It runs');
            const { principal } = credentials as unknown as {
              principal: { userEntityRef?: string; subject?: string };
            };
            retries.push({
              taskId,
              caller: principal.userEntityRef ?? principal.subject ?? '?',
            });
            res.status(201).json({ id: taskId });
          });
          httpRouter.use(router);
        },
      });
    },
  });
}

describe('the ledger', () => {
  const retries: { taskId: string; caller: string }[] = [];
  const scheduler = mockServices.scheduler.mock();
  let server: Parameters<typeof request>[0];
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const backend = await startTestBackend({
      features: [
        fabriquePlugin,
        createScaffolder(retries),
        scheduler.factory,
        mockServices.rootConfig.factory({
          data: { fabrique: { preset: 'gen1-azure' } },
        }),
        mockServices.userInfo.mock({
          getUserInfo: async () => ({
            userEntityRef: 'user:default/mock',
            ownershipEntityRefs: ['user:default/mock', ops],
          }),
        }).factory,
        catalogServiceMock.factory({
          entities: [
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Component',
              metadata: {
                name: 'domifa',
                annotations: { 'github.com/project-slug': 'SocialGouv/domifa' },
              },
            },
          ],
        }),
      ],
    });
    server = backend.server as unknown as Parameters<typeof request>[0];
    stop = () => backend.stop();
  });
  afterAll(() => stop());

  const put = (path: string, body: object) =>
    request(server)
      .put(`/api/fabrique/v1${path}`)
      .set('authorization', scaffolder)
      .send(body);
  const claim = async (
    taskId: string,
    overrides: object = {},
    options: object = {},
  ) => {
    const answer = await request(server)
      .post('/api/fabrique/v1/ledger/claims')
      .set('authorization', scaffolder)
      .send({
        subject: { ...subject, ...overrides },
        task: task(taskId),
        verb: 'create',
        ...options,
      });
    return answer.body;
  };

  it('is written by actions of the scaffolder alone', async () => {
    const ask = (header?: string) => {
      const call = request(server).post('/api/fabrique/v1/ledger/claims');
      return (header ? call.set('authorization', header) : call).send({});
    };
    const other = mockCredentials.service.header({
      onBehalfOf: mockCredentials.service('plugin:catalog'),
      targetPluginId: 'fabrique',
    });
    expect((await ask(mockCredentials.none.header())).status).toBe(401);
    expect((await ask(mockCredentials.user.header())).status).toBe(403);
    expect((await ask(other)).status).toBe(403);
    expect((await ask(scaffolder)).status).toBe(400);
  });

  it('gives a resource to one task, then to its application', async () => {
    const key = 'things/egg';
    const first = await claim('one', { key });
    expect(first.outcome).toBe('claimed');
    // The same task after a crash, another task, another application.
    expect((await claim('one', { key })).outcome).toBe('claimed');
    expect((await claim('two', { key })).outcome).toBe('busy');
    expect(
      (await claim('two', { key, application: 'SocialGouv/vao' })).outcome,
    ).toBe('taken');

    // A task that gave up, or died, does not hold it.
    await request(server)
      .delete(`/api/fabrique/v1/ledger/entries/${first.entry.id}/lease`)
      .set('authorization', scaffolder);
    expect((await claim('two', { key })).outcome).toBe('claimed');

    await put(`/ledger/entries/${first.entry.id}/made`, {
      reference: { siteId: 61 },
      location: 'https://matomo.example/61',
    });
    expect(await claim('three', { key })).toMatchObject({
      outcome: 'held',
      entry: { taskId: 'two', state: 'made', reference: { siteId: 61 } },
    });
    // It was removed by hand.
    expect(await claim('three', { key }, { absent: true })).toMatchObject({
      outcome: 'claimed',
      entry: { taskId: 'three', state: 'making' },
    });
  });

  it('tells the page of an entity what was made for it, removed things too', async () => {
    const { entry } = await claim('page');
    await put(`/ledger/entries/${entry.id}/made`, { location: '/azure/id' });
    await put(`/ledger/entries/${entry.id}/removed`, { taskId: 'undo' });
    const { body } = await request(server).get(
      '/api/fabrique/v1/entities/component/default/domifa/resources',
    );
    expect(body.application).toBe('SocialGouv/domifa');
    expect(
      body.entries.filter((e: { taskId: string }) => e.taskId === 'page'),
    ).toEqual([
      {
        id: entry.id,
        ...subject,
        ...task('page'),
        verb: 'create',
        state: 'removed',
        reference: null,
        location: '/azure/id',
        createdAt: expect.any(String),
        madeAt: expect.any(String),
        removedAt: expect.any(String),
        removedBy: 'undo',
      },
    ]);
  });

  it('asks the approvers once, and has the task go on in the name of who decided', async () => {
    const line = { key: 'a', title: 'server a', verb: 'create' };
    const wish = { task: task('waits'), approvers: ops, plan: [line] };
    const { body: asked } = await put('/approvals', wish);
    expect((await put('/approvals', wish)).body.id).toBe(asked.id);
    await put('/waiting-tasks/waits', { stepId: 'postgres', reason: 'ops' });

    const decide = (body: object) =>
      request(server)
        .post(`/api/fabrique/v1/approvals/${asked.id}/decision`)
        .send(body);
    expect((await decide({ state: 'refused' })).status).toBe(400);
    const decided = await decide({ state: 'approved' });
    expect(decided.body).toMatchObject({
      state: 'approved',
      decidedBy: 'user:default/mock',
    });
    expect(retries).toEqual([{ taskId: 'waits', caller: 'user:default/mock' }]);
    expect((await decide({ state: 'approved' })).status).toBe(409);

    // The word counts for the plan that was shown, and for less; not for more.
    expect((await put('/approvals', wish)).body.state).toBe('approved');
    const more = { ...line, key: 'b', title: 'server b' };
    const { body: again } = await put('/approvals', {
      ...wish,
      plan: [line, more],
    });
    expect(again).toMatchObject({ state: 'pending' });
  });

  it('lets only the approvers decide', async () => {
    const { body: asked } = await put('/approvals', {
      task: task('others'),
      approvers: 'group:default/other',
      plan: [{ key: 'a', title: 'a', verb: 'create' }],
    });
    const answer = await request(server)
      .post(`/api/fabrique/v1/approvals/${asked.id}/decision`)
      .send({ state: 'approved' });
    expect(answer.status).toBe(403);
    expect(answer.body.error.message).toBe(
      'Only members of group:default/other may decide',
    );
  });

  it('goes on with tasks whose time has come, and tries again those that cannot yet', async () => {
    retries.length = 0;
    const past = new Date(Date.now() - 1_000).toISOString();
    const future = new Date(Date.now() + 3_600_000).toISOString();
    const wait = { stepId: 'server', reason: 'server a is being created' };
    await put('/waiting-tasks/due', { ...wait, resumeAt: past });
    await put('/waiting-tasks/running', { ...wait, resumeAt: past });
    await put('/waiting-tasks/later', { ...wait, resumeAt: future });

    const resume = scheduler.scheduleTask.mock.calls.find(
      ([definition]) => definition.id === 'resume-waiting-tasks',
    )![0].fn as () => Promise<void>;
    await resume();
    await resume();

    expect(retries).toEqual([{ taskId: 'due', caller: 'plugin:fabrique' }]);
  });
});
