import { startTestFacades, TestFacades } from '../../testing/startTestFacades';
import { createGrafanaFacade } from './createGrafanaFacade';

const now = new Date('2026-11-23T10:12:00Z');

describe('createGrafanaFacade', () => {
  let facades: TestFacades;
  beforeEach(async () => {
    facades = await startTestFacades([createGrafanaFacade], { now });
  });
  afterEach(() => facades.stop());

  const send = async (
    method: string,
    path: string,
    body?: object,
    token = 'sandbox-grafana-token',
  ) => {
    const response = await fetch(facades.context.urls.grafana + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: body && JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };
  const get = async (path: string) => (await send('GET', path)).body;

  it('finds dashboards by tag, and cuts long lists', async () => {
    expect(await get('/api/search?type=dash-db&tag=domifa')).toEqual([
      {
        id: expect.any(Number),
        uid: 'domifa-app',
        title: 'DomiFa – application',
        uri: 'db/domifa-application',
        url: '/d/domifa-app/domifa-application',
        slug: '',
        type: 'dash-db',
        tags: ['domifa', 'nextjs'],
        isStarred: false,
        sortMeta: 0,
        folderId: 1,
        folderUid: 'applications',
        folderTitle: 'Applications',
        folderUrl: '/dashboards/f/applications/applications',
      },
      expect.objectContaining({ uid: 'domifa-db' }),
    ]);
    expect(await get('/api/search')).toHaveLength(1000);
    const all = await get('/api/search?limit=5000&type=dash-db');
    expect(all).toHaveLength(1087);
    expect(await get('/api/search?limit=500&page=3&type=dash-db')).toHaveLength(
      87,
    );
    expect(
      await get('/api/search?tag=domifa&tag=postgres&query=base%20de'),
    ).toHaveLength(1);
  });

  it('fires one alert, of one component', async () => {
    const alerts = '/api/alertmanager/grafana/api/v2/alerts?active=true';
    const filter = (matcher: string) =>
      get(`${alerts}&filter=${encodeURIComponent(matcher)}`);

    expect(await filter('component="siret2idcc"')).toEqual([
      {
        annotations: {
          summary:
            'Le 95e centile du temps de réponse de siret2idcc dépasse 2 s.',
          description: 'https://siret2idcc.fabrique.social.gouv.fr',
        },
        endsAt: '2026-11-23T10:16:00.000Z',
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
        receivers: [{ name: 'grafana-default-email' }],
        startsAt: '2026-11-23T09:35:00.000Z',
        status: { inhibitedBy: [], silencedBy: [], state: 'active' },
        updatedAt: now.toISOString(),
        generatorURL: `${facades.context.urls.grafana}/alerting/grafana/siret2idcc-latency/view?orgId=1`,
        labels: {
          alertname: 'Temps de réponse élevé',
          component: 'siret2idcc',
          severity: 'warning',
          grafana_folder: 'Applications',
        },
      },
    ]);
    expect(await filter('component="domifa"')).toEqual([]);
    expect(await filter('severity=~"warn.*"')).toHaveLength(1);
    expect(
      await send(
        'GET',
        `${alerts}&filter=${encodeURIComponent('component="a" or "b"')}`,
      ),
    ).toMatchObject({ status: 400 });
    const rules = await get(
      '/api/prometheus/grafana/api/v1/rules?state=firing',
    );
    expect(rules.data.totals).toEqual({ firing: 1, inactive: 0 });
    expect(rules.data.groups[0].rules[0]).toMatchObject({
      name: 'Temps de réponse élevé',
      state: 'firing',
      activeAt: '2026-11-23T09:35:00.000Z',
    });
  });

  it('gives dashboards to applications that are deployed, and keeps created ones', async () => {
    const deployed = () =>
      facades.context.events.emit('deployed', {
        projectName: 'essai',
        environment: 'dev',
        cluster: 'dev2',
        namespace: 'essai-142-main-dev',
      });
    deployed();
    deployed();
    const created = await send('POST', '/api/dashboards/db', {
      dashboard: { uid: 'own', title: 'À nous', tags: ['essai'] },
      folderUid: 'applications',
    });
    expect(created).toEqual({
      status: 200,
      body: expect.objectContaining({
        url: '/d/own/a-nous',
        status: 'success',
      }),
    });
    await facades.restart();

    const found = await get('/api/search?tag=essai');
    expect(found.map(({ uid }: { uid: string }) => uid)).toEqual([
      'own',
      'essai-app',
      'essai-db',
    ]);
    const page = await fetch(`${facades.context.urls.grafana}/d/own/a-nous`);
    expect(await page.text()).toContain('À nous');
  });

  it('refuses as Grafana does', async () => {
    expect(await send('GET', '/api/search', undefined, 'wrong')).toEqual({
      status: 401,
      body: {
        extra: null,
        message: 'Invalid API key',
        messageId: 'api-key.invalid',
        statusCode: 401,
        traceID: '',
      },
    });
    expect(await send('GET', '/api/dashboards/uid/nope')).toMatchObject({
      status: 404,
      body: { message: 'Dashboard not found' },
    });
    expect(
      await send('POST', '/api/dashboards/db', {
        dashboard: { uid: 'domifa-app', title: 'x' },
      }),
    ).toMatchObject({ status: 412, body: { status: 'version-mismatch' } });
  });
});
