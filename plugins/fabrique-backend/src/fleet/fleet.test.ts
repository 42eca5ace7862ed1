import { setTimeout } from 'timers/promises';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { integrationIds } from '@socialgouv/backstage-plugin-fabrique-common';
import { UpstreamError } from '@socialgouv/backstage-plugin-fabrique-node';
import { startTestSandbox, TestSandbox } from '@socialgouv/fabrique-sandbox';
import { component, service, startFleet } from './__testUtils__/startFleet';

jest.setTimeout(60_000);

const vaultOf = (path: string) => ({ 'vault.io/path': path });
const problem = { level: 'problem', key: 'vault.sealed' } as const;
const attention = {
  level: 'attention',
  key: 'vault.old',
  params: { count: 3 },
} as const;
const down = () =>
  Promise.reject(
    new UpstreamError('Vault read: HTTP 503', { kind: 'unavailable' }),
  );

const entities = [
  component('egapro', {
    title: 'Égapro',
    owner: 'egapro',
    annotations: vaultOf('fine'),
  }),
  component('domifa', {
    title: 'DomiFa',
    system: 'domifa',
    annotations: vaultOf('sealed'),
  }),
  component('vao', { owner: 'vao', annotations: vaultOf('old') }),
  component('sirena', { annotations: vaultOf('down') }),
  component('emjpm', { owner: 'vao', system: 'justice' }),
];
const say = (path: string) =>
  ({ fine: [], sealed: [problem], old: [attention] }[path] ?? down());

describe.each(['Postgres', 'SQLite'])('the fleet, on %s', engine => {
  let sandbox: TestSandbox | undefined;
  beforeAll(async () => {
    if (engine === 'Postgres') sandbox = await startTestSandbox(['postgres']);
  });
  afterAll(() => sandbox?.remove());

  let fleet: Awaited<ReturnType<typeof startFleet>>;
  afterEach(() => fleet.stop());

  let databaseCount = 0;
  async function start(
    options: Partial<Parameters<typeof startFleet>[0]> = {},
  ) {
    databaseCount += 1;
    fleet = await startFleet({
      entities,
      services: [service('vault', say)],
      ...(sandbox && {
        rootConfig: {
          backend: {
            database: {
              client: 'pg',
              prefix: `fleet_${databaseCount}_`,
              connection: {
                host: '127.0.0.1',
                port: Number(new URL(sandbox.urls.postgres).port),
                user: 'portal',
                password: 'portal',
              },
            },
          },
        },
      }),
      ...options,
    });
    return fleet;
  }
  const read = async (query: object = {}) =>
    (await fleet.api.get('/api/fabrique/v1/fleet').query(query)).body;
  const namesOf = (page: { rows: { entityRef: string }[] }) =>
    page.rows.map(({ entityRef }) => entityRef.split('/')[1]);

  it('has every component with every service, worst first', async () => {
    await start();
    await fleet.readCatalog();
    expect(await read()).toMatchObject({
      total: 5,
      levelCounts: { problem: 0, attention: 0, unknown: 4, ok: 0, none: 1 },
    });
    await fleet.refresh('vault');
    const page = await read();

    expect(namesOf(page)).toEqual([
      'domifa',
      'vao',
      'sirena',
      'egapro',
      'emjpm',
    ]);
    const { rows, ...rest } = page;
    expect(rest).toEqual({
      total: 5,
      levelCounts: { problem: 1, attention: 1, unknown: 1, ok: 1, none: 1 },
      owners: [
        'group:default/domifa',
        'group:default/egapro',
        'group:default/vao',
      ],
      systems: ['system:default/domifa', 'system:default/justice'],
      environments: ['prod'],
      oldestAnswerAt: expect.any(String),
    });
    expect(rows[0]).toEqual({
      entityRef: 'component:default/domifa',
      title: 'DomiFa',
      owner: 'group:default/domifa',
      system: 'system:default/domifa',
      lifecycle: 'production',
      level: 'problem',
      services: {
        ...Object.fromEntries(
          integrationIds.map(id => [id, { state: 'not-configured' }]),
        ),
        vault: {
          state: 'ok',
          level: 'problem',
          reasons: [problem],
          fetchedAt: expect.any(String),
        },
      },
    });
    expect(rows[2].services.vault).toEqual({
      state: 'failed',
      failureKind: 'unavailable',
    });
    expect(rows[4].services.vault).toEqual({ state: 'not-linked' });
  });

  it('filters, sorts and pages where the database does', async () => {
    await start();
    await fleet.readCatalog();
    await fleet.refresh('vault');

    const found = async (query: object) => namesOf(await read(query));
    expect(await found({ text: 'EGA' })).toEqual(['egapro']);
    expect(await found({ text: '%' })).toEqual([]);
    expect(await found({ text: "o'" })).toEqual([]);
    expect(
      await found({ owners: ['group:default/vao', 'group:default/egapro'] }),
    ).toEqual(['vao', 'egapro', 'emjpm']);
    expect(await found({ systems: 'system:default/justice' })).toEqual([
      'emjpm',
    ]);
    expect(await found({ services: 'vault' })).toEqual([
      'domifa',
      'vao',
      'sirena',
    ]);
    expect(await found({ sort: 'title' })).toEqual([
      'domifa',
      'egapro',
      'emjpm',
      'sirena',
      'vao',
    ]);
    expect(await found({ sort: 'vault', descending: true })).toEqual([
      'emjpm',
      'egapro',
      'sirena',
      'vao',
      'domifa',
    ]);
    expect(await found({ sort: 'system' })).toEqual([
      'domifa',
      'emjpm',
      'egapro',
      'sirena',
      'vao',
    ]);
    expect(await found({ environment: 'dev' })).toEqual([]);

    const page = await read({ levels: ['ok', 'none'], limit: 1, offset: 1 });
    expect(namesOf(page)).toEqual(['emjpm']);
    expect(page).toMatchObject({
      total: 2,
      levelCounts: { problem: 1, attention: 1, unknown: 1, ok: 1, none: 1 },
    });
  });

  it('follows the catalog: what leaves it goes, what asks otherwise is asked anew', async () => {
    const asked: string[] = [];
    await start({
      services: [
        service('vault', path => {
          asked.push(path);
          return say(path);
        }),
      ],
      config: { fleet: { refreshEvery: { hours: 1 } } },
    });
    await fleet.readCatalog();
    await fleet.refresh('vault');
    fleet.setCatalog([
      component('domifa', {
        annotations: vaultOf('fine'),
        title: 'Domiciliation',
      }),
      component('vao', { owner: 'vao', annotations: vaultOf('old') }),
      component('sirena'),
    ]);
    asked.length = 0;
    await fleet.readCatalog();
    expect(await read()).toMatchObject({
      total: 3,
      levelCounts: { problem: 0, attention: 1, unknown: 1, ok: 0, none: 1 },
    });
    await fleet.refresh('vault');

    // What did not change was not due.
    expect(asked).toEqual(['fine']);
    const page = await read();
    expect(page.rows.map((row: any) => [row.title, row.level])).toEqual([
      ['vao', 'attention'],
      ['Domiciliation', 'ok'],
      ['sirena', 'none'],
    ]);

    // A catalog that breaks off takes nothing away.
    fleet.failCatalog();
    await expect(fleet.readCatalog()).rejects.toThrow('broken off');
    expect((await read()).total).toBe(3);
  });

  it('keeps the last good answer where it cannot be renewed, and says why', async () => {
    let isDown = false;
    await start({
      services: [service('vault', path => (isDown ? down() : say(path)))],
    });
    await fleet.readCatalog();
    await fleet.refresh('vault');
    isDown = true;
    await fleet.refresh('vault');

    expect((await read({ text: 'domifa' })).rows[0]).toMatchObject({
      level: 'problem',
      services: {
        vault: {
          state: 'ok',
          level: 'problem',
          reasons: [problem],
          failureKind: 'unavailable',
        },
      },
    });
  });

  it('does not link what a naming rule suggests and is not there', async () => {
    await start({
      services: [
        service(
          'vault',
          path =>
            path === 'domifa'
              ? []
              : Promise.reject(
                  new UpstreamError('Vault read: HTTP 404', {
                    kind: 'not-found',
                  }),
                ),
          {
            toTarget: () => undefined,
            deriveTarget: ({ metadata }) => ({ path: metadata.name }),
          },
        ),
      ],
    });
    await fleet.readCatalog();
    await fleet.refresh('vault');

    expect((await read({ text: 'domifa' })).rows[0].services.vault.state).toBe(
      'ok',
    );
    expect((await read({ text: 'vao' })).rows[0].services.vault).toEqual({
      state: 'not-linked',
    });
  });

  it('says what a link that cannot be understood is, and asks nobody', async () => {
    const asked: string[] = [];
    await start({
      services: [
        service(
          'vault',
          path => {
            asked.push(path);
            return [];
          },
          {
            toTarget: () => {
              throw new UpstreamError('not the right form', {
                kind: 'misconfigured-link',
              });
            },
          },
        ),
      ],
    });
    await fleet.readCatalog();
    await fleet.refresh('vault');

    expect(asked).toEqual([]);
    expect((await read({ text: 'domifa' })).rows[0]).toMatchObject({
      level: 'unknown',
      services: {
        vault: { state: 'failed', failureKind: 'misconfigured-link' },
      },
    });
  });

  it('refuses queries that cannot be right', async () => {
    await start();
    for (const query of [
      'environment=moon',
      'limit=201',
      'limit=0',
      'offset=-1',
      'levels=fine',
      'sort=cost',
      'services=kafka',
      'colour=red',
      'text=a&text=b',
      'descending=perhaps',
    ]) {
      const { status, body } = await fleet.api.get(
        `/api/fabrique/v1/fleet?${query}`,
      );
      expect([query, status, body.error.name]).toEqual([
        query,
        400,
        'InputError',
      ]);
    }
    const many = [...Array(60).keys()].map(i => `owners=group:default/t${i}`);
    const { status } = await fleet.api.get(
      `/api/fabrique/v1/fleet?${many.join('&')}&owners=group:default/vao`,
    );
    expect(status).toBe(200);
  });

  it('exports what the page shows as CSV that a spreadsheet reads, and no formula', async () => {
    await start({
      entities: [
        component('domifa', {
          title: 'DomiFa; "la vraie"',
          annotations: vaultOf('sealed'),
        }),
        component('evil', {
          title: '=HYPERLINK("https://evil.example")',
          owner: 'vao',
        }),
        component('vao', { annotations: vaultOf('down') }),
      ],
    });
    await fleet.readCatalog();
    await fleet.refresh('vault');
    const get = async (language: string, query = {}) => {
      const { status, headers, text } = await fleet.api
        .get('/api/fabrique/v1/fleet.csv')
        .query(query)
        .set('accept-language', language);
      expect([status, headers['content-type']]).toEqual([
        200,
        'text/csv; charset=utf-8',
      ]);
      expect(headers['content-disposition']).toMatch(
        /^attachment; filename="fabrique-prod-\d{4}-\d\d-\d\d\.csv"$/,
      );
      return text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME').split('\r\n');
    };

    expect(await get('fr-FR,en;q=0.5')).toEqual([
      '\ufeff"Composant";"Titre";"Responsable";"Système";"Cycle de vie";"Environnement";"État";"vault";"Réponse la plus ancienne"',
      '"component:default/domifa";"DomiFa; ""la vraie""";"group:default/domifa";"";"production";"prod";"problème";"problème\u00a0: vault.sealed";"TIME"',
      '"component:default/vao";"vao";"group:default/domifa";"";"production";"prod";"inconnu";"est en panne";""',
      `"component:default/evil";"'=HYPERLINK(""https://evil.example"")";"group:default/vao";"";"production";"prod";"rien de relié";"non relié";""`,
      '',
    ]);
    const [header, ...lines] = await get('en', { owners: 'group:default/vao' });
    expect(header).toContain('"Component","Title","Owner"');
    expect(lines).toHaveLength(2);
  });

  it('asks a service at the pace of its budget, and goes on where a round was broken off', async () => {
    const asked: string[] = [];
    await start({
      entities: [...Array(5).keys()].map(i =>
        component(`app-${i}`, { annotations: vaultOf(`${i}`) }),
      ),
      services: [
        service('vault', path => {
          asked.push(path);
          return [];
        }),
      ],
      config: {
        fleet: { targetsPerMinute: { vault: 60 }, refreshEvery: '1h' },
      },
    });
    await fleet.readCatalog();
    await fleet.refresh('vault', AbortSignal.timeout(1_500));
    expect(asked).toHaveLength(2);
    expect((await read()).levelCounts).toMatchObject({ ok: 2, unknown: 3 });

    await fleet.refresh('vault');
    expect([...asked].sort()).toEqual(['0', '1', '2', '3', '4']);
    expect((await read()).levelCounts).toMatchObject({ ok: 5, unknown: 0 });
  });

  it('leaves a service alone that limits our requests, for as long as it says', async () => {
    const asked: string[] = [];
    let retryAfter = new Date(Date.now() + 3_600_000);
    await start({
      services: [
        service('vault', path => {
          asked.push(path);
          return Promise.reject(
            new UpstreamError('Vault read: HTTP 429', {
              kind: 'rate-limited',
              retryAfter,
            }),
          );
        }),
      ],
    });
    await fleet.readCatalog();
    await fleet.refresh('vault');
    const first = asked.length;
    expect(first).toBeLessThanOrEqual(4);
    await fleet.refresh('vault');
    expect(asked).toHaveLength(first);

    // Another replica knows it too, as it is in the database; after that time it goes on.
    retryAfter = new Date();
    jest.useFakeTimers({
      now: Date.now() + 3_700_000,
      // Only the clock is moved.
      doNotFake: [
        'nextTick',
        'setImmediate',
        'setInterval',
        'setTimeout',
        'queueMicrotask',
        'clearImmediate',
        'clearInterval',
        'clearTimeout',
        'performance',
      ],
    });
    try {
      await fleet.refresh('vault');
    } finally {
      jest.useRealTimers();
    }
    expect(asked.length).toBeGreaterThan(first);
  });

  it('uses what viewers were just told, tells them what it was told, and records what they were told', async () => {
    let calls = 0;
    await start({
      services: [
        service(
          'vault',
          path => {
            calls += 1;
            return say(path);
          },
          { freshForMs: 60_000 },
        ),
      ],
    });
    const overview = async (name: string) =>
      (
        await fleet.api.get(
          `/api/fabrique/v1/entities/component/default/${name}/overview`,
        )
      ).body.services.vault;

    await fleet.readCatalog();
    expect(await overview('domifa')).toMatchObject({ state: 'ok' });
    // A viewer does not wait until their answer is recorded.
    while ((await read({ text: 'domifa' })).levelCounts.problem !== 1) {
      await setTimeout(20);
    }

    await fleet.refresh('vault');
    expect(calls).toBe(4);
    // In the memory of the portal nothing is kept that nobody looked at.
    expect(await overview('domifa')).toMatchObject({ state: 'ok' });
    expect(calls).toBe(4);
    expect(await overview('vao')).toMatchObject({ state: 'ok' });
    expect(calls).toBe(5);
  });

  it('shows nothing to those who may not see the fleet', async () => {
    await start({
      features: [
        mockServices.permissions.factory({ result: AuthorizeResult.DENY }),
      ],
    });
    for (const path of ['/v1/fleet', '/v1/fleet.csv']) {
      const { status, body } = await fleet.api.get(`/api/fabrique${path}`);
      expect([status, body.error.message]).toEqual([
        403,
        'You may not see the fleet',
      ]);
    }
    const { status } = await fleet.api
      .get('/api/fabrique/v1/fleet')
      .set('authorization', mockCredentials.none.header());
    expect(status).toBe(401);
  });

  it('asks nobody where it is turned off', async () => {
    await start({ config: { fleet: { enabled: false } } });
    expect(await read()).toMatchObject({
      total: 0,
      rows: [],
      environments: [],
    });
    expect(fleet.tasks()).not.toContain('fabrique-fleet-vault');
  });
});
