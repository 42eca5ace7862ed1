import { startTestFacades, TestFacades } from '../../testing/startTestFacades';
import { createMatomoFacade } from './createMatomoFacade';

// A Monday, a little after eleven in Paris.
const now = new Date('2026-11-23T10:12:00Z');

describe('createMatomoFacade', () => {
  let facades: TestFacades;
  beforeEach(async () => {
    facades = await startTestFacades([createMatomoFacade], { now });
  });
  afterEach(() => facades.stop());

  const post = (
    params: Record<string, string>,
    headers?: Record<string, string>,
  ) =>
    fetch(`${facades.context.urls.matomo}/index.php`, {
      method: 'POST',
      headers,
      body: new URLSearchParams({
        module: 'API',
        format: 'json',
        ...params,
      }),
    });
  const call = async (method: string, params: Record<string, string> = {}) => {
    const response = await post({
      method,
      token_auth: 'sandbox-matomo-token',
      ...params,
    });
    return await response.json();
  };
  const visits = async (idSite: string, date: string, period = 'day') =>
    await call('VisitsSummary.getVisits', { idSite, period, date });

  it('has a history with week-ends, and a site whose tracking broke', async () => {
    const domifa = await visits('17', 'last30');
    expect(Object.keys(domifa)).toHaveLength(30);
    expect(Object.keys(domifa).at(-1)).toBe('2026-11-23');
    expect(domifa['2026-11-19']).toBeGreaterThan(4000);
    expect(domifa['2026-11-22']).toBeLessThan(2000);
    expect(domifa['2026-11-23']).toBeLessThan(domifa['2026-11-19'] / 2);
    expect(domifa['2026-11-23']).toBeGreaterThan(500);

    const tumeplay = await visits('26', 'last8');
    expect(tumeplay).toMatchObject({ '2026-11-22': 0, '2026-11-23': 0 });
    expect(tumeplay['2026-11-16']).toBeGreaterThan(100);
    expect(
      await call('VisitsSummary.get', {
        idSite: '26',
        period: 'day',
        date: 'last2',
      }),
    ).toEqual({ '2026-11-22': [], '2026-11-23': [] });
  });

  it('tells what the exemption from consent depends on', async () => {
    const settings = async (idSite: string) =>
      (await call('SitesManager.getSiteFromId', { idSite })).ecommerce;
    expect([await settings('17'), await settings('29')]).toEqual([0, 1]);
    expect(
      await call('Live.getLastVisitsDetails', {
        idSite: '17',
        period: 'day',
        date: '2000-01-01',
      }),
    ).toEqual({
      result: 'error',
      message: expect.stringMatching(/^Visits log is deactivated globally\./),
    });
    expect(
      await call('HeatmapSessionRecording.getHeatmaps', { idSite: '17' }),
    ).toEqual({
      result: 'error',
      message: expect.stringMatching(
        /^The plugin 'HeatmapSessionRecording' is not enabled\./,
      ),
    });
  });

  it('aggregates ranges, weeks and months', async () => {
    const days: Record<string, number> = await visits('17', 'previous7');
    const sum = Object.values(days).reduce((a, b) => a + b, 0);
    expect(await visits('17', 'previous7', 'range')).toEqual({ value: sum });
    expect(await visits('17', '2026-11-18', 'week')).toEqual({ value: sum });
    expect(await visits('17', 'previous1', 'week')).toEqual({
      '2026-11-16,2026-11-22': sum,
    });
    expect(Object.keys(await visits('17', 'last2', 'month'))).toEqual([
      '2026-10',
      '2026-11',
    ]);
    const summary = await call('VisitsSummary.get', {
      idSite: '17',
      period: 'range',
      date: 'previous7',
    });
    expect(summary).toMatchObject({
      nb_visits: sum,
      bounce_rate: expect.stringMatching(/^\d+%$/),
    });
    expect(summary).not.toHaveProperty('nb_uniq_visitors');
  });

  it('creates a site whose visits are counted', async () => {
    const created = await call('SitesManager.addSite', {
      siteName: 'Essai',
      'urls[0]': 'https://essai.fabrique.social.gouv.fr/',
    });
    expect(created).toEqual({ value: 61 });
    expect(
      await call('SitesManager.getSitesIdFromSiteUrl', {
        url: 'https://essai.fabrique.social.gouv.fr',
      }),
    ).toEqual([{ idsite: 61 }]);
    expect(await visits('61', 'last2')).toEqual({
      '2026-11-22': 0,
      '2026-11-23': 0,
    });

    const hit = (path: string, id: string) =>
      fetch(
        `${facades.context.urls.matomo}/matomo.php?${new URLSearchParams({
          idsite: '61',
          rec: '1',
          send_image: '0',
          _id: id,
          url: `https://essai.fabrique.social.gouv.fr${path}?q=1`,
        })}`,
        { method: 'POST' },
      );
    expect((await hit('/', 'a')).status).toBe(204);
    facades.advance(60_000);
    await hit('/stats', 'a');
    await hit('/', 'b');
    facades.advance(40 * 60_000);
    await hit('/', 'a');
    await facades.restart();

    expect(await visits('61', 'today')).toEqual({ value: 3 });
    const answers = await call('API.getBulkRequest', {
      'urls[0]': 'method=VisitsSummary.get&idSite=61&period=day&date=today',
      'urls[1]':
        'method=Actions.getPageUrls&idSite=61&period=day&date=today&flat=1&filter_limit=1',
      'urls[2]': 'method=Goals.getGoals&idSite=61',
      'urls[3]': 'method=VisitsSummary.get&idSite=999&period=day&date=today',
    });
    expect(answers).toEqual([
      expect.objectContaining({
        nb_visits: 3,
        nb_uniq_visitors: 2,
        nb_actions: 4,
        bounce_rate: '67%',
        nb_actions_per_visit: 1.3,
      }),
      [
        expect.objectContaining({
          label: '/index',
          nb_visits: 3,
          nb_hits: 3,
          url: 'https://essai.fabrique.social.gouv.fr/',
        }),
      ],
      [],
      {
        result: 'error',
        message:
          "An unexpected website was found in the request: website id was set to '999' .",
      },
    ]);

    expect(
      await call('SitesManager.updateSite', {
        idSite: '61',
        siteName: 'Essai 2',
      }),
    ).toEqual({ result: 'success', message: 'ok' });
    expect(
      await call('SitesManager.getSiteFromId', { idSite: '61' }),
    ).toMatchObject({
      idsite: 61,
      name: 'Essai 2',
      main_url: 'https://essai.fabrique.social.gouv.fr',
      ecommerce: 0,
      sitesearch: 1,
    });
  });

  it('refuses as Matomo does', async () => {
    const wrong = await post({
      method: 'API.getMatomoVersion',
      token_auth: 'wrong',
    });
    expect([wrong.status, wrong.headers.get('content-type')]).toEqual([
      401,
      'text/html; charset=utf-8',
    ]);
    expect(await wrong.text()).toContain(
      'Unable to authenticate with the provided token.',
    );
    const bearer = await post(
      { method: 'API.getMatomoVersion' },
      { authorization: 'Bearer sandbox-matomo-token' },
    );
    expect(await bearer.json()).toEqual({
      result: 'error',
      message:
        "You can't access this resource as it requires 'view' access for at least one website.",
    });
    expect(await call('VisitsSummary.nope')).toEqual({
      result: 'error',
      message:
        "The method 'nope' does not exist or is not available in the module '\\Piwik\\Plugins\\VisitsSummary\\API'.",
    });
    expect(await call('SitesManager.addSite', { siteName: '' })).toEqual({
      result: 'error',
      message: "Please specify a value for 'siteName'.",
    });
    const unknown = await fetch(
      `${facades.context.urls.matomo}/matomo.php?idsite=999&rec=1`,
    );
    expect(unknown.status).toBe(400);
  });
});
