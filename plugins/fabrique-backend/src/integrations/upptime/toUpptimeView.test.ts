import { UpptimeSite } from '@socialgouv/backstage-plugin-fabrique-node';
import { findUpptimeSite, toSiteKey } from './findUpptimeSite';
import { toUpptimeView } from './toUpptimeView';

/** Rows of a real summary. */
const sites: UpptimeSite[] = [
  {
    name: 'Index EgaPro',
    url: 'http://index-egapro.travail.gouv.fr/',
    slug: 'index-ega-pro',
    status: 'up',
    uptime: '100.00%',
    time: 683,
  },
  {
    name: 'DomiFa',
    url: 'https://domifa.fabrique.social.gouv.fr/',
    slug: 'domi-fa',
    status: 'up',
    uptime: '100.00%',
    time: 414,
  },
  {
    name: 'OzEnsemble',
    url: 'https://ozensemble.fabrique.social.gouv.fr/',
    slug: 'oz-ensemble',
    status: 'up',
    uptime: '0.31%',
    time: 69,
  },
];
const context = {
  statusUrl: 'https://socialgouv.github.io/upptime',
  now: new Date('2026-11-23T10:00:00Z'),
};

describe('toUpptimeView', () => {
  it('maps a row that has only what every version writes', () => {
    expect(toUpptimeView(sites[2], context)).toEqual({
      siteName: 'OzEnsemble',
      siteUrl: 'https://ozensemble.fabrique.social.gouv.fr/',
      pageUrl: 'https://socialgouv.github.io/upptime/history/oz-ensemble',
      status: 'up',
      uptimePercent: { all: 0.31 },
      responseTimeMs: { all: 69 },
      usualResponseTimeMs: undefined,
      downMinutesByDay: [],
    });
  });

  it('maps a row that has everything', () => {
    const view = toUpptimeView(
      {
        ...sites[1],
        status: 'down',
        uptimeDay: '98.61%',
        uptimeWeek: '99.80%',
        uptimeMonth: '99.95%',
        uptimeYear: '99.99%',
        timeDay: 1840,
        timeWeek: 430,
        timeMonth: 410,
        timeYear: 0,
        dailyMinutesDown: {
          '2026-11-23': 20,
          '2026-08-26': 3,
          // Before the 90 days.
          '2026-08-25': 7,
        },
      },
      context,
    );
    const { downMinutesByDay, ...rest } = view;
    expect(rest).toEqual({
      siteName: 'DomiFa',
      siteUrl: 'https://domifa.fabrique.social.gouv.fr/',
      pageUrl: 'https://socialgouv.github.io/upptime/history/domi-fa',
      status: 'down',
      uptimePercent: {
        day: 98.61,
        week: 99.8,
        month: 99.95,
        year: 99.99,
        all: 100,
      },
      responseTimeMs: { day: 1840, week: 430, month: 410, all: 414 },
      usualResponseTimeMs: 420,
    });
    expect(downMinutesByDay).toHaveLength(90);
    expect(downMinutesByDay.filter(({ value }) => value > 0)).toEqual([
      { at: '2026-08-26T00:00:00Z', value: 3 },
      { at: '2026-11-23T00:00:00Z', value: 20 },
    ]);
    expect(downMinutesByDay[0].at).toBe('2026-08-26T00:00:00Z');
  });

  it('says nothing of a status that it does not know', () => {
    const odd = { ...sites[0], slug: null, status: 'paused', uptime: '—' };
    expect(toUpptimeView(odd, context)).toMatchObject({
      pageUrl: undefined,
      status: undefined,
      uptimePercent: {},
    });
  });
});

describe('findUpptimeSite', () => {
  it.each([
    'https://index-egapro.travail.gouv.fr',
    'http://Index-EgaPro.travail.gouv.fr/',
    'index-egapro.travail.gouv.fr',
  ])('finds a site by %s', url => {
    expect(findUpptimeSite(sites, toSiteKey(url))).toBe(sites[0]);
  });

  it('keeps the path, with its case', () => {
    expect(toSiteKey('https://A.example/Api/v1/?x=1')).toBe(
      'a.example/Api/v1/?x=1',
    );
  });

  it.each(['https://www.example.com', 'domi-fa'])('does not find %s', url => {
    expect(() => findUpptimeSite(sites, toSiteKey(url))).toThrow(
      expect.objectContaining({ name: 'UpstreamError', kind: 'not-found' }),
    );
  });
});
