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
          [
            'kubernetes',
            'gitlab',
            'github',
            'upptime',
            'sentry',
            'grafana',
            'matomo',
          ].map(id => [id, { state: 'not-configured' }]),
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
});
