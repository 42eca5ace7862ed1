import { startTestFacades, TestFacades } from '../../testing/startTestFacades';
import { createUpptimeFacade } from './createUpptimeFacade';
import { listUpptimeIncidents } from '../../fleet/upptimeIncidents';
import { UpptimeRow } from '../../fleet/upptimeSites';

const now = new Date('2026-11-23T10:12:00Z');

describe('createUpptimeFacade', () => {
  let facades: TestFacades;
  beforeEach(async () => {
    facades = await startTestFacades([createUpptimeFacade], { now });
  });
  afterEach(() => facades.stop());

  const get = async (path: string) => {
    const response = await fetch(facades.context.urls.upptime + path);
    return { response, text: await response.text() };
  };
  const readSummary = async () => {
    const { response, text } = await get(
      '/SocialGouv/upptime/master/history/summary.json',
    );
    expect(response.headers.get('content-type')).toMatch('text/plain');
    return JSON.parse(text) as UpptimeRow[];
  };
  const find = (sites: UpptimeRow[], slug: string) =>
    sites.find(site => site.slug === slug)!;

  it('has a row for each application and each shared service, in one file', async () => {
    const sites = await readSummary();
    expect(sites).toHaveLength(28);
    const domifa = find(sites, 'domifa');
    expect(domifa).toEqual({
      name: 'DomiFa',
      url: 'https://domifa.fabrique.social.gouv.fr/',
      slug: 'domifa',
      status: 'up',
      uptime: expect.stringMatching(/^99\.\d\d%$/),
      uptimeDay: '100.00%',
      uptimeWeek: expect.stringMatching(/^\d+\.\d\d%$/),
      uptimeMonth: expect.stringMatching(/^\d+\.\d\d%$/),
      uptimeYear: domifa.uptime,
      time: domifa.timeYear,
      timeDay: expect.any(Number),
      timeWeek: expect.any(Number),
      timeMonth: expect.any(Number),
      timeYear: expect.any(Number),
      dailyMinutesDown: expect.any(Object),
    });
    expect(await readSummary()).toEqual(sites);
  });

  it('has a site that is down, a slow one, and one that contradicts itself', async () => {
    const sites = await readSummary();
    expect(find(sites, 'enfants-du-spectacle')).toMatchObject({
      status: 'down',
      uptimeDay: '96.67%',
      dailyMinutesDown: { '2026-11-23': 48 },
    });
    const slow = find(sites, 'archifiltre');
    expect(slow.timeDay).toBe(slow.timeYear! * 4);
    expect(find(sites, 'oz-ensemble')).toEqual({
      name: 'Oz Ensemble',
      url: 'https://oz-ensemble.fabrique.social.gouv.fr/',
      slug: 'oz-ensemble',
      status: 'up',
      uptime: '0.31%',
      time: 69,
    });
  });

  it('has an incident for each outage, as issues of the same sites', async () => {
    const sites = await readSummary();
    const incidents = listUpptimeIncidents(now);
    const open = incidents.filter(({ closedAt }) => !closedAt);
    expect(open).toEqual([
      {
        number: expect.any(Number),
        title: '🛑 Enfants du spectacle is down',
        body: expect.stringContaining(
          'Enfants du spectacle (https://enfants-du-spectacle.fabrique.social.gouv.fr/) was **down**:\n- HTTP code: ',
        ),
        labels: ['status', 'enfants-du-spectacle'],
        createdAt: new Date('2026-11-23T09:24:00Z'),
      },
    ]);
    for (const { labels, createdAt } of incidents) {
      const { dailyMinutesDown } = find(sites, labels[1]);
      const day = createdAt.toISOString().slice(0, 10);
      expect(dailyMinutesDown).toHaveProperty(day);
    }
    expect(new Set(incidents.map(({ number }) => number)).size).toBe(
      incidents.length,
    );
  });

  it('has the pages behind the links, and 404 in place of others', async () => {
    expect((await get('/upptime')).text).toContain('DomiFa');
    expect((await get('/upptime/history/domifa')).text).toContain('DomiFa');
    const missing = ['/upptime/history/nobody', '/SocialGouv/upptime/x'];
    for (const path of missing) {
      expect((await get(path)).response.status).toBe(404);
    }
  });
});
