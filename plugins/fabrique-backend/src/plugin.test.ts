import {
  mockCredentials,
  mockServices,
  registerMswTestHooks,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  fabriqueProvidersExtensionPoint,
  IntegrationProvider,
  UpstreamError,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { http, HttpResponse, passthrough } from 'msw';
import { setupServer } from 'msw/node';
import request from 'supertest';
import fabriquePlugin from './index';

const sentryUrl = 'https://sentry.example.com';
const secret = 'a-token-that-nobody-may-see';
const path = (name: string) =>
  `/api/fabrique/v1/entities/component/default/${name}/overview`;

const entity = (name: string, annotations: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, annotations },
  spec: { type: 'website', owner: 'domifa', lifecycle: 'production' },
});

/** A service of somebody else's module, which does as its `load` says. */
function addService(
  load: IntegrationProvider['load'],
  freshForMs = 60_000,
  toVerdict: IntegrationProvider['toVerdict'] = () => ({
    level: 'ok',
    reasons: [],
  }),
) {
  const provider: IntegrationProvider = {
    id: 'vault',
    annotation: {
      name: 'vault.io/path',
      title: { en: 'Vault path', fr: 'Chemin Vault' },
      description: { en: 'Path of the secrets.', fr: 'Chemin des secrets.' },
      pattern: '.*',
      example: 'x',
    },
    freshForMs,
    toTarget: ({ metadata }) =>
      metadata.annotations?.['vault.io/path']
        ? { path: metadata.annotations['vault.io/path'] }
        : undefined,
    describe: target => ({ title: String(target.path) }),
    load,
    toVerdict,
  };
  return createBackendModule({
    pluginId: 'fabrique',
    moduleId: 'vault',
    register(env) {
      env.registerInit({
        deps: { providers: fabriqueProvidersExtensionPoint },
        async init({ providers }) {
          providers.addProvider(provider);
        },
      });
    },
  });
}

async function start(
  ...features: NonNullable<Parameters<typeof startTestBackend>[0]['features']>
) {
  const { server } = await startTestBackend({
    features: [
      fabriquePlugin,
      catalogServiceMock.factory({
        entities: [
          entity('domifa', {
            'sentry.io/project-slug': 'domifa-backend',
            'vault.io/path': 'domifa',
          }),
          entity('egapro', { 'vault.io/path': 'domifa' }),
          entity('domifa-backend', {}),
          entity('wrong', {
            'sentry.io/project-slug': 'https://sentry.example.com/domifa',
          }),
        ],
      }),
      mockServices.rootConfig.factory({
        data: {
          fabrique: {
            sentry: {
              baseUrl: sentryUrl,
              organization: 'incubateur',
              token: secret,
            },
          },
        },
      }),
      ...features,
    ],
  });
  return request(server);
}

describe('fabriquePlugin', () => {
  const msw = setupServer(
    http.all(/127\.0\.0\.1|localhost/, () => passthrough()),
  );
  registerMswTestHooks(msw);

  const useSentry = () =>
    msw.use(
      http.all(/127\.0\.0\.1|localhost/, () => passthrough()),
      http.get(`${sentryUrl}/api/0/projects/incubateur/domifa-backend/`, () =>
        HttpResponse.json({ id: '12', slug: 'domifa-backend' }),
      ),
      http.get(
        `${sentryUrl}/api/0/projects/incubateur/domifa-backend/environments/`,
        () => HttpResponse.json([{ name: 'prod' }]),
      ),
      http.get(`${sentryUrl}/api/0/organizations/incubateur/issues/`, () =>
        HttpResponse.json([]),
      ),
      http.get(`${sentryUrl}/api/0/organizations/incubateur/stats_v2/`, () =>
        HttpResponse.json({ intervals: [], groups: [] }),
      ),
      http.get(`${sentryUrl}/api/0/organizations/incubateur/releases/`, () =>
        HttpResponse.json([]),
      ),
      http.get(`${sentryUrl}/api/0/organizations/incubateur/sessions/`, () =>
        HttpResponse.json({ groups: [] }),
      ),
    );

  it('gives every service of an entity in one answer', async () => {
    useSentry();
    const { body, status } = await (await start()).get(path('domifa'));

    expect(status).toBe(200);
    expect(body).toMatchObject({
      entityRef: 'component:default/domifa',
      environment: 'prod',
      services: {
        kubernetes: { state: 'not-configured' },
        sentry: {
          state: 'ok',
          linked: {
            title: 'domifa-backend',
            url: `${sentryUrl}/organizations/incubateur/projects/domifa-backend/`,
          },
          verdict: { level: 'ok', reasons: [] },
          fetchedAt: expect.any(String),
        },
      },
    });
    expect(JSON.stringify(body)).not.toContain(secret);
  });

  it('says what is not linked, and what cannot be understood', async () => {
    useSentry();
    msw.use(
      http.get(`${sentryUrl}/api/0/projects/incubateur/egapro/`, () =>
        HttpResponse.json({ detail: 'Not here' }, { status: 404 }),
      ),
    );
    const api = await start();

    // Its name would do, if there were such a project.
    expect((await api.get(path('egapro'))).body.services.sentry).toEqual({
      state: 'not-linked',
      annotation: 'sentry.io/project-slug',
      example: 'domifa-backend',
    });
    expect(
      (await api.get(path('domifa-backend'))).body.services.sentry,
    ).toMatchObject({ state: 'ok', linked: { title: 'domifa-backend' } });
    expect((await api.get(path('wrong'))).body.services.sentry).toEqual({
      state: 'failed',
      annotation: 'sentry.io/project-slug',
      failure: {
        kind: 'misconfigured-link',
        message:
          "Annotation sentry.io/project-slug has not the form 'domifa-backend'",
      },
    });
  });

  it("gives an upstream's failure as data, without its secrets", async () => {
    msw.use(
      http.all(/127\.0\.0\.1|localhost/, () => passthrough()),
      http.get(`${sentryUrl}/*`, () =>
        HttpResponse.json({ detail: secret }, { status: 401 }),
      ),
    );
    const { body, status } = await (await start()).get(path('domifa'));

    expect(status).toBe(200);
    expect(body.services.sentry).toEqual({
      state: 'failed',
      linked: { title: 'domifa-backend', url: expect.any(String) },
      annotation: 'sentry.io/project-slug',
      failure: {
        kind: 'auth',
        message: expect.stringMatching(
          /^Sentry (read project|list environments): HTTP 401$/,
        ),
        upstreamStatus: 401,
      },
    });
  });

  it('does not wait for an upstream that hangs, and asks it once for all viewers and entities', async () => {
    useSentry();
    let calls = 0;
    let answer: (view: object) => void = () => {};
    const api = await start(
      addService(() => {
        calls += 1;
        return new Promise(resolve => {
          answer = resolve;
        });
      }),
    );

    const started = Date.now();
    const answers = await Promise.all(
      [...Array(50).keys()].map(i =>
        api.get(path(i % 2 ? 'domifa' : 'egapro')),
      ),
    );
    // With Sentry's card at hand for some, and nothing at all for the others.
    expect(Date.now() - started).toBeLessThan(8_000);
    for (const { body } of answers) {
      expect(body.services.vault).toEqual({
        state: 'pending',
        linked: { title: 'domifa' },
      });
    }
    expect(calls).toBe(1);

    answer({ secrets: 3 });
    const { body } = await api.get(path('domifa'));
    expect(body.services.vault).toMatchObject({
      state: 'ok',
      view: { secrets: 3 },
    });
    expect(calls).toBe(1);
  });

  it('keeps saying why there is no answer while it asks again', async () => {
    const now = jest.spyOn(Date, 'now');
    const asked: (() => void)[] = [];
    const api = await start(
      addService(
        () =>
          new Promise((_, reject) => {
            const down = new UpstreamError('Vault read: HTTP 503', {
              kind: 'unavailable',
              upstreamStatus: 503,
            });
            asked.push(() => reject(down));
            if (asked.length === 1) reject(down);
          }),
      ),
    );
    const read = async () =>
      (await api.get(path('egapro'))).body.services.vault;
    const failed = {
      state: 'failed',
      linked: { title: 'domifa' },
      annotation: 'vault.io/path',
      failure: {
        kind: 'unavailable',
        message: 'Vault read: HTTP 503',
        upstreamStatus: 503,
      },
    };

    expect(await read()).toEqual(failed);
    now.mockReturnValue(Date.now() + 11_000);
    expect(await read()).toEqual({ ...failed, renewing: true });
    now.mockRestore();
    expect(asked).toHaveLength(2);
    asked[1]();
  });

  it('keeps the last good answer when the upstream fails, and says why and since when', async () => {
    let isDown = false;
    const api = await start(
      addService(async () => {
        if (isDown)
          throw new UpstreamError('Vault read: HTTP 503', {
            kind: 'unavailable',
            upstreamStatus: 503,
          });
        return { secrets: 3 };
      }, 0),
    );
    const read = async () =>
      (await api.get(path('egapro'))).body.services.vault;

    const first = await read();
    expect(first).toMatchObject({ state: 'ok', view: { secrets: 3 } });
    isDown = true;
    expect(await read()).toMatchObject({ state: 'ok', renewing: true });
    const stale = await read();
    expect(stale).toEqual({
      state: 'ok',
      linked: { title: 'domifa' },
      view: { secrets: 3 },
      verdict: { level: 'ok', reasons: [] },
      scope: 'environment',
      fetchedAt: expect.any(String),
      stale: true,
      failure: {
        kind: 'unavailable',
        message: 'Vault read: HTTP 503',
        upstreamStatus: 503,
      },
    });
    expect(Date.parse(stale.fetchedAt)).toBeLessThanOrEqual(Date.now());
  });

  it('hides no other service for the fault of one', async () => {
    useSentry();
    const api = await start(
      addService(
        async () => ({ secrets: 3 }),
        60_000,
        () => {
          throw new TypeError(`view.items is not a list: ${secret}`);
        },
      ),
    );
    const { status, body } = await api.get(path('domifa'));

    expect(status).toBe(200);
    expect(body.services.sentry.state).toBe('ok');
    expect(body.services.vault).toEqual({
      state: 'failed',
      failure: {
        kind: 'invalid-response',
        message: 'Service vault cannot be shown',
        reference: expect.stringMatching(/^[0-9a-f]{8}$/),
      },
    });
  });

  it('asks no sooner because an upstream names a time gone by', async () => {
    let calls = 0;
    const api = await start(
      addService(async () => {
        calls += 1;
        throw new UpstreamError('Vault read: HTTP 429', {
          kind: 'rate-limited',
          retryAfter: new Date(Date.now() - 1_000),
        });
      }),
    );
    for (let i = 0; i < 3; i++) {
      const { body } = await api.get(path('egapro'));
      expect(body.services.vault).toMatchObject({
        state: 'failed',
        failure: { kind: 'rate-limited' },
      });
    }
    expect(calls).toBe(1);
  });

  it('case 3: gives a reader of one entity nothing of another, whatever the request says', async () => {
    useSentry();
    let asked = '';
    const api = await start(
      addService(async target => {
        asked += target.path;
        return { secrets: 3 };
      }),
    );
    for (const query of [
      { project: 'other' },
      { 'vault.io/path': 'other' },
      { environment: 'prod/../../other' },
      { branch: '../other', environment: 'dev' },
    ]) {
      const { status } = await api.get(path('egapro')).query(query);
      expect(status).toBe(400);
    }
    for (const ending of ['/secret/other', '/../other', '?/v1/secret/other']) {
      const { body } = await api.get(`${path('egapro')}${ending}`);
      expect(body.services).toBeUndefined();
    }
    await api
      .get(path('egapro'))
      .set('x-vault-path', 'other')
      .send({ path: 'other' });
    expect(asked).toBe('domifa');
  });

  it('case 4: takes nothing but a plain read', async () => {
    let isAsked = false;
    const api = await start(
      addService(async () => {
        isAsked = true;
        return {};
      }),
    );
    const url = path('egapro');
    const bulk = [{ method: 'DELETE', path: '/secret/domifa' }];
    const answers = await Promise.all([
      api.post(url).send(bulk),
      api.post(url).set('x-http-method-override', 'GET').send(bulk),
      api.put(url).send({}),
      api.patch(url).send({}),
      api.delete(url),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(404));
    for (const query of [
      'environment=prod&environment=dev',
      'environment[]=prod',
      'method=DELETE',
      '_method=DELETE',
    ]) {
      expect((await api.get(`${url}?${query}`)).status).toBe(400);
    }
    expect(isAsked).toBe(false);
  });

  it('refuses who may not see the services, what is not there and what is not known', async () => {
    const denied = await start(
      mockServices.permissions.factory({ result: AuthorizeResult.DENY }),
    );
    expect((await denied.get(path('domifa'))).status).toBe(403);

    const api = await start();
    expect((await api.get(path('nobody'))).status).toBe(404);
    expect(
      (await api.get(path('domifa')).query({ environment: 'moon' })).status,
    ).toBe(400);
    expect(
      (await api.get(path('domifa')).query({ project: 'other' })).status,
    ).toBe(400);
    expect((await api.post(path('domifa'))).status).toBe(404);
    expect(
      (
        await api
          .get(path('domifa'))
          .set('authorization', mockCredentials.none.header())
      ).status,
    ).toBe(401);
  });
});
