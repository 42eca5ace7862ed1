import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import {
  NotificationSendOptions,
  notificationService,
} from '@backstage/plugin-notifications-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { UpstreamError } from '@socialgouv/backstage-plugin-fabrique-node';
import { startTestSandbox, TestSandbox } from '@socialgouv/fabrique-sandbox';
import {
  component,
  service,
  startFleet,
} from '../fleet/__testUtils__/startFleet';
import { toRealCatalog } from '../__testUtils__/toRealCatalog';

jest.setTimeout(180_000);

const location = {
  'backstage.io/managed-by-location': 'url:https://example.com/x',
  'backstage.io/managed-by-origin-location': 'url:https://example.com/x',
};
const person = (name: string, group: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, annotations: location },
  spec: { memberOf: [group], profile: {} },
});
const group = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, annotations: location },
  spec: { type: 'team', children: [] },
});
const entities = [
  group('domifa'),
  group('sre'),
  person('camille', 'domifa'),
  person('alex', 'sre'),
  component('domifa', {
    title: 'DomiFa',
    annotations: { 'upptime.test/path': 'domifa', ...location },
  }),
];
const allowAll = {
  handle: async () => ({ result: AuthorizeResult.ALLOW } as const),
};

describe('notifications', () => {
  let sandbox: TestSandbox;
  let databaseCount = 0;
  let fleet: Awaited<ReturnType<typeof startFleet>>;
  /** What the service says at present. */
  let isDown: boolean | 'no answer';

  beforeAll(async () => {
    sandbox = await startTestSandbox(['postgres']);
  });
  beforeEach(() => {
    databaseCount += 1;
    isDown = false;
  });
  afterEach(() => fleet.stop());
  afterAll(() => sandbox.remove());

  async function start(
    options: {
      config?: object;
      features?: Parameters<typeof startFleet>[0]['features'];
    } = {},
  ) {
    const catalog = toRealCatalog(entities, allowAll);
    fleet = await startFleet({
      services: [
        service(
          'vault',
          () => {
            if (isDown === 'no answer') {
              throw new UpstreamError('HTTP 503', { kind: 'unavailable' });
            }
            return isDown
              ? [{ level: 'problem', key: 'upptime.down' } as const]
              : [];
          },
          {
            toTarget: ({ kind }, environment) =>
              kind === 'Component'
                ? { path: 'domifa', environment }
                : undefined,
          },
        ),
      ],
      config: {
        notifications: { confirmAfter: { seconds: 0 }, ...options.config },
      },
      rootConfig: {
        app: { baseUrl: 'http://localhost:3000' },
        backend: {
          database: {
            client: 'pg',
            prefix: `notices_${databaseCount}_`,
            connection: {
              host: '127.0.0.1',
              port: Number(new URL(sandbox.urls.postgres).port),
              user: 'portal',
              password: 'portal',
            },
          },
        },
      },
      features: [
        ...catalog.features,
        mockServices.userInfo.mock({
          getUserInfo: async ({ principal }: any) => ({
            userEntityRef: principal.userEntityRef,
            ownershipEntityRefs: [
              principal.userEntityRef,
              ...(principal.userEntityRef === 'user:default/alex'
                ? ['group:default/sre']
                : []),
            ],
          }),
        }).factory,
        ...(options.features ?? [notificationsPlugin]),
      ],
    });
    await catalog.fill();
    await fleet.readCatalog();
  }

  /** The service answers so often, and after each time what is to be sent is sent. */
  async function answer(state: typeof isDown, times = 1) {
    isDown = state;
    for (let i = 0; i < times; i++) {
      await fleet.refresh('vault');
      await fleet.runTask('fabrique-notices');
    }
  }

  const as = (name: string) =>
    mockCredentials.user.header(`user:default/${name}`);
  async function read(name: string) {
    const { body } = await fleet.api
      .get('/api/notifications/notifications')
      .set('authorization', as(name));
    return body.notifications as {
      id: string;
      read?: string;
      payload: object;
    }[];
  }

  const problem = {
    title: 'DomiFa (production)\u00a0: problème avec vault',
    description: 'Le site ne répond pas.',
    link: '/catalog/default/component/domifa/fabrique?environment=prod',
    severity: 'high',
    topic: 'fabrique.services',
    scope: 'fabrique.services:prod:component:default/domifa:vault',
  };

  it('tell the owners once that a service turned bad, over a restart too, and once that it is well again', async () => {
    await start();
    await answer(false, 2);
    await answer(true);
    expect(await read('camille')).toEqual([]);
    await answer(true);
    const [told, ...others] = await read('camille');
    expect(others).toEqual([]);
    expect(told).toMatchObject({ payload: problem });
    expect(await read('alex')).toEqual([]);

    await fleet.api
      .post('/api/notifications/notifications/update')
      .set('authorization', as('camille'))
      .send({ ids: [told.id], read: true });
    await answer(true, 2);
    await fleet.stop();
    await start();
    await answer(true, 2);
    // A word that is said again would be unread again.
    const afterwards = await read('camille');
    expect(afterwards.map(({ id }) => id)).toEqual([told.id]);
    expect(afterwards[0].read).toEqual(expect.any(String));

    await answer(false);
    expect((await read('camille'))[0].read).toEqual(expect.any(String));
    await answer(false);
    const well = await read('camille');
    expect(well).toHaveLength(1);
    expect(well[0].read ?? undefined).toBeUndefined();
    expect(well[0].payload).toMatchObject({
      ...problem,
      title: 'DomiFa (production)\u00a0: vault va de nouveau bien',
      description: 'Le problème signalé est terminé.',
      severity: 'normal',
    });
  });

  it('are quiet about what flaps, and about what does not answer', async () => {
    await start();
    for (const state of [false, true, false, true, false] as const) {
      await answer(state);
    }
    await answer('no answer', 3);
    expect(await read('camille')).toEqual([]);
    // What could not be asked is no news, so that the next bad answer is the first.
    await answer(true);
    expect(await read('camille')).toEqual([]);
    await answer(true);
    expect(await read('camille')).toHaveLength(1);
  });

  it('are sent later where they cannot be sent, in the language of the configuration', async () => {
    const sent: NotificationSendOptions[] = [];
    let isBroken = true;
    await start({
      config: { language: 'en' },
      features: [
        createServiceFactory({
          service: notificationService,
          deps: {},
          factory: () => ({
            async send(options) {
              if (isBroken) throw new Error('HTTP 503');
              sent.push(options);
            },
          }),
        }),
      ],
    });
    await answer(false);
    await answer(true, 2);
    isBroken = false;
    await fleet.runTask('fabrique-notices');
    await fleet.runTask('fabrique-notices');
    expect(sent).toEqual([
      {
        recipients: { type: 'entity', entityRef: 'component:default/domifa' },
        payload: expect.objectContaining({
          title: 'DomiFa (production): problem with vault',
          description: 'The site does not answer.',
        }),
      },
    ]);
  });

  it('are not sent where the configuration says so', async () => {
    await start({ config: { enabled: false } });
    expect(fleet.tasks()).not.toContain('fabrique-notices');
  });

  it('tell the approvers of a plan, and who asked what was said of it', async () => {
    await start();
    const { body: approval } = await fleet.api
      .put('/api/fabrique/v1/approvals')
      .set(
        'authorization',
        mockCredentials.service.header({
          onBehalfOf: mockCredentials.service('plugin:scaffolder'),
          targetPluginId: 'fabrique',
        }),
      )
      .send({
        task: {
          taskId: 'task',
          stepId: 'postgres',
          actionId: 'fabrique:azure:postgres:ensure',
          person: 'user:default/camille',
        },
        approvers: 'group:default/sre',
        plan: [
          { key: 'extensions', title: 'allowed extensions', verb: 'create' },
          {
            key: 'azure-postgres/fabriqueprodserver/domifa',
            type: 'postgres-database',
            title: 'database domifa on fabriqueprodserver',
            environment: 'prod',
            verb: 'create',
          },
          { key: 'c', title: 'server', verb: 'nothing' },
        ],
      });
    expect(await read('alex')).toEqual([
      expect.objectContaining({
        payload: expect.objectContaining({
          title:
            'À approuver\u00a0: Base Postgres domifa (fabriqueprodserver) et un autre changement',
          description: 'Demandé par camille.',
          link: '/fabrique/approvals',
        }),
      }),
    ]);
    expect(await read('camille')).toEqual([]);

    await fleet.api
      .post(`/api/fabrique/v1/approvals/${approval.id}/decision`)
      .set('authorization', as('alex'))
      .send({ state: 'refused', reason: 'La base existe déjà' })
      .expect(200);
    expect(await read('camille')).toEqual([
      expect.objectContaining({
        payload: expect.objectContaining({
          title: 'Refusé\u00a0: Base Postgres domifa (fabriqueprodserver)',
          description: 'Motif\u00a0: La base existe déjà',
          link: '/create/tasks/task',
          severity: 'high',
        }),
      }),
    ]);
  });
});
