import { startTestFacades, TestFacades } from '../../testing/startTestFacades';
import { createSentryFacade } from './createSentryFacade';

// A Monday, a little after eleven in Paris.
const now = new Date('2026-11-23T10:12:00Z');
const org = '/api/0/organizations/incubateur/';

describe('createSentryFacade', () => {
  let facades: TestFacades;
  beforeEach(async () => {
    facades = await startTestFacades([createSentryFacade], { now });
  });
  afterEach(() => facades.stop());

  const send = async (
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {
      authorization: 'Bearer sandbox-sentry-token',
    },
  ) => {
    const response = await fetch(facades.context.urls.sentry + path, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text ? JSON.parse(text) : undefined,
    };
  };
  const get = async (path: string) => (await send('GET', path)).body;

  async function sendEnvelope(dsn: string, items: [string, object][]) {
    const { origin, pathname, username } = new URL(dsn);
    return await fetch(
      `${origin}/api${pathname}/envelope/?sentry_version=7&sentry_key=${username}`,
      {
        method: 'POST',
        body: [
          JSON.stringify({ event_id: 'c0ffee', dsn }),
          ...items.flatMap(([type, payload]) => [
            JSON.stringify({ type }),
            JSON.stringify(payload),
          ]),
        ].join('\n'),
      },
    );
  }

  it('shows the errors of the fleet: a peak, new issues, quiet week-ends', async () => {
    const stats = async (project: string) => {
      const { id } = await get(`/api/0/projects/incubateur/${project}/`);
      const { intervals, groups } = await get(
        `${org}stats_v2/?project=${id}&field=sum(quantity)&groupBy=outcome&category=error&outcome=accepted&interval=1h&statsPeriod=14d`,
      );
      const series: number[] = groups[0].series['sum(quantity)'];
      return { intervals, series };
    };
    const toMedian = (series: number[]) =>
      [...series].sort((a, b) => a - b)[Math.floor(series.length / 2)];

    const egapro = await stats('egapro-v2');
    expect(egapro.intervals).toHaveLength(336);
    expect(egapro.intervals.at(-1)).toBe('2026-11-23T10:00:00Z');
    const lastFullHour = egapro.series.at(-2)!;
    expect(lastFullHour).toBeGreaterThan(50);
    expect(lastFullHour).toBeGreaterThan(20 * toMedian(egapro.series));

    const domifa = await stats('domifa-backend');
    expect(Math.max(...domifa.series)).toBeLessThan(20);
    const sumOf = (day: string) =>
      domifa.series.reduce(
        (sum, count, index) =>
          domifa.intervals[index].startsWith(day) ? sum + count : sum,
        0,
      );
    expect(sumOf('2026-11-21')).toBeLessThan(sumOf('2026-11-19'));

    const issues = await get(
      '/api/0/projects/incubateur/domifa-backend/issues/?query=is:unresolved%20firstSeen:-24h&environment=production',
    );
    expect(issues).toHaveLength(12);
    expect(
      await get(
        '/api/0/projects/incubateur/domifa-backend/issues/?query=is:regressed',
      ),
    ).toHaveLength(1);
    expect(
      await get(
        '/api/0/projects/incubateur/recosante-web/issues/?query=firstSeen:-24h',
      ),
    ).toEqual([]);
  });

  it('pages lists by the Link header', async () => {
    const first = await send('GET', `${org}issues/?limit=40&sort=freq`);
    expect(first.body).toHaveLength(40);
    const hits = Number(first.headers.get('x-hits'));
    expect(hits).toBeGreaterThan(200);
    const link = first.headers.get('link')!;
    expect(link).toMatch(
      /^<[^>]+>; rel="previous"; results="false"; cursor="0:0:1", <[^>]+>; rel="next"; results="true"; cursor="0:40:0"$/,
    );
    const second = await get(`${org}issues/?limit=40&sort=freq&cursor=0:40:0`);
    expect(Number(second[0].count)).toBeLessThanOrEqual(
      Number(first.body[39].count),
    );
    const last = await send('GET', `${org}issues/?cursor=0:${hits - 1}:0`);
    expect(last.body).toHaveLength(1);
    expect(last.headers.get('link')).toContain('rel="next"; results="false"');
  });

  it('creates a project whose applications send errors that become issues', async () => {
    await send('POST', `${org}teams/`, { slug: 'essai' });
    const created = await send(
      'POST',
      '/api/0/teams/incubateur/essai/projects/',
      { name: 'essai', slug: 'essai-web', platform: 'node' },
    );
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      slug: 'essai-web',
      teams: [{ slug: 'essai' }],
      environments: [],
      firstEvent: null,
    });
    const { id } = created.body;
    const keys = await get('/api/0/projects/incubateur/essai-web/keys/');
    const dsn: string = keys[0].dsn.public;
    expect(dsn).toBe(
      `http://${keys[0].public}@${
        new URL(facades.context.urls.sentry).host
      }/${id}`,
    );

    const toEvent = (user: string) => ({
      level: 'error',
      environment: 'prod',
      release: 'main-f00dcafe',
      user: { id: user },
      exception: {
        values: [
          {
            type: 'TypeError',
            value: 'é & "quoted"',
            stacktrace: {
              frames: [
                { filename: 'app/page.tsx', function: 'Page', in_app: true },
                { filename: 'node:internal', function: 'run', in_app: false },
              ],
            },
          },
        ],
      },
    });
    await sendEnvelope(dsn, [['event', toEvent('a')]]);
    facades.advance(120_000);
    const answer = await sendEnvelope(dsn, [
      ['event', toEvent('b')],
      ['transaction', { type: 'transaction' }],
      [
        'session',
        {
          init: true,
          status: 'crashed',
          attrs: { environment: 'prod', release: 'main-f00dcafe' },
        },
      ],
    ]);
    expect(await answer.json()).toEqual({ id: 'c0ffee' });

    expect(await get(`${org}issues/?project=${id}&environment=prod`)).toEqual([
      expect.objectContaining({
        shortId: 'ESSAI-WEB-1',
        title: 'TypeError: é & "quoted"',
        culprit: 'Page(app/page.tsx)',
        count: '2',
        userCount: 2,
        firstSeen: '2026-11-23T10:12:00.000Z',
        lastSeen: '2026-11-23T10:14:00.000Z',
        substatus: 'new',
      }),
    ]);
    const stats = await get(
      `${org}stats_v2/?project=${id}&field=sum(quantity)&groupBy=outcome&interval=1h&statsPeriod=24h`,
    );
    expect(stats.groups[0].totals).toEqual({ 'sum(quantity)': 2 });
    expect((await get(`${org}releases/?project=${id}`))[0]).toMatchObject({
      version: 'main-f00dcafe',
    });
    expect(
      (
        await get(
          `${org}sessions/?project=${id}&field=crash_free_rate(session)&statsPeriod=24h`,
        )
      ).groups[0].totals,
    ).toEqual({ 'crash_free_rate(session)': 0 });

    const refused = await sendEnvelope(dsn.replace(keys[0].public, 'abc'), [
      ['event', toEvent('c')],
    ]);
    expect(refused.status).toBe(403);

    await facades.restart();
    const page = await fetch(
      `${facades.context.urls.sentry}/organizations/incubateur/projects/essai-web/`,
    );
    expect(await page.text()).toContain(
      'TypeError: é &amp; &quot;quoted&quot;',
    );
  });

  it.each([
    [
      'GET',
      org,
      undefined,
      { authorization: 'Bearer x' },
      401,
      { detail: 'Invalid token' },
    ],
    [
      'GET',
      org,
      undefined,
      {},
      401,
      { detail: 'Authentication credentials were not provided.' },
    ],
    [
      'GET',
      '/api/0/organizations/other/',
      undefined,
      undefined,
      404,
      { detail: 'The requested resource does not exist' },
    ],
    [
      'GET',
      '/api/0/projects/incubateur/nope/',
      undefined,
      undefined,
      404,
      { detail: 'The requested resource does not exist' },
    ],
    [
      'GET',
      `${org}issues/?environment=nope`,
      undefined,
      undefined,
      404,
      { detail: 'The requested resource does not exist' },
    ],
    [
      'GET',
      `${org}issues/?project=999999`,
      undefined,
      undefined,
      403,
      { detail: 'You do not have permission to perform this action.' },
    ],
    [
      'POST',
      '/api/0/teams/incubateur/cdtn/projects/',
      { name: 'x', slug: 'egapro-v2' },
      undefined,
      409,
      {
        slug: ['A project with this slug already exists.'],
        detail: 'A project with this slug already exists.',
      },
    ],
    [
      'POST',
      '/api/0/teams/incubateur/cdtn/projects/',
      { name: 'a'.repeat(51) },
      undefined,
      400,
      { name: ['Ensure this field has no more than 50 characters.'] },
    ],
    [
      'POST',
      '/api/0/teams/incubateur/cdtn/projects/',
      {},
      undefined,
      400,
      { name: ['This field is required.'] },
    ],
    [
      'POST',
      `${org}teams/`,
      { slug: 'cdtn' },
      undefined,
      409,
      {
        non_field_errors: ['A team with this slug already exists.'],
        detail: 'A team with this slug already exists.',
      },
    ],
  ] as const)(
    'answers %s %s as Sentry refuses it',
    async (method, path, body, headers, status, answer) => {
      const response = await send(method, path, body, headers);
      expect([response.status, response.body]).toEqual([status, answer]);
    },
  );
});
