import { readFileSync } from 'fs';
import { resolve } from 'path';
import {
  defaultThresholds,
  toUpptimeVerdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { UpptimeSite } from '@socialgouv/backstage-plugin-fabrique-node';
import { findUpptimeSite, toSiteKey } from './findUpptimeSite';
import { toUpptimeView } from './toUpptimeView';

/** A real summary, in which every row has the same six fields. */
const summary: Required<
  Pick<UpptimeSite, 'name' | 'url' | 'slug' | 'status' | 'uptime' | 'time'>
>[] = JSON.parse(
  readFileSync(
    resolve(
      __dirname,
      '../../../../fabrique-node/src/integrations/upptime/__fixtures__/summary.json',
    ),
    'utf8',
  ),
);
const sites: UpptimeSite[] = summary;
const [egapro, domifa, ozEnsemble] = [
  'index-ega-pro',
  'domi-fa',
  'oz-ensemble',
].map(slug => sites.find(site => site.slug === slug)!);
const context = {
  statusUrl: 'https://socialgouv.github.io/upptime',
  now: new Date('2026-11-23T10:00:00Z'),
};

describe('toUpptimeView', () => {
  it('reads every field of every row of a real summary, and finds each by its address', () => {
    expect(sites).toHaveLength(22);
    for (const { name, url, slug, status, uptime, time, ...rest } of summary) {
      expect(rest).toEqual({});
      const site = findUpptimeSite(sites, [toSiteKey(url)]);
      expect(toUpptimeView(site, context)).toEqual({
        siteName: name,
        siteUrl: url,
        pageUrl: `https://socialgouv.github.io/upptime/history/${slug}`,
        status,
        uptimePercent: { all: Number(uptime!.replace('%', '')) },
        responseTimeMs: { all: time },
        usualResponseTimeMs: undefined,
        downMinutesByDay: [],
      });
    }
  });

  it('case 14: a site that is up with 0.31 % is not shown as healthy', () => {
    const view = toUpptimeView(ozEnsemble, context);
    expect([view.status, view.uptimePercent.all]).toEqual(['up', 0.31]);
    expect(toUpptimeVerdict(view, defaultThresholds.upptime)).toEqual({
      level: 'attention',
      reasons: [
        {
          level: 'attention',
          key: 'upptime.contradiction',
          params: { percent: 0.31 },
        },
      ],
    });
  });

  it('tells the incidents of the site, by its slug or its address', () => {
    const issue = (title: string, labels: string[], body?: string) => ({
      title,
      labels: ['status', ...labels],
      body,
      html_url: `https://github.com/SocialGouv/upptime/issues/${title.length}`,
      created_at: '2026-11-22T10:00:00Z',
      closed_at: null,
    });
    const { incidents } = toUpptimeView(domifa, {
      ...context,
      issues: [
        issue(
          '🛑 DomiFa is down',
          ['domi-fa'],
          'In [`1a2b3c4`](https://github.com/SocialGouv/upptime/commit/1a2b3c4), DomiFa (https://domifa.fabrique.social.gouv.fr/) was **down**:\n- HTTP code: 503\n- Response time: 120 ms\n',
        ),
        issue('🛑 Sentry is down', ['sentry'], 'Sentry'),
        {
          ...issue('⚠️ DomiFa has degraded performance', ['domi-fa']),
          closed_at: '2026-11-22T10:30:00Z',
        },
        issue(
          'Maintenance',
          [],
          'DomiFa (https://domifa.fabrique.social.gouv.fr/) s’arrête ce soir',
        ),
      ],
    });
    const startedAt = '2026-11-22T10:00:00Z';
    const url = 'https://github.com/SocialGouv/upptime/issues';
    expect(incidents).toEqual([
      {
        kind: 'down',
        title: '🛑 DomiFa is down',
        startedAt,
        httpStatus: 503,
        url: `${url}/17`,
      },
      {
        kind: 'degraded',
        title: '⚠️ DomiFa has degraded performance',
        startedAt,
        endedAt: '2026-11-22T10:30:00Z',
        url: `${url}/34`,
      },
      { kind: 'other', title: 'Maintenance', startedAt, url: `${url}/11` },
    ]);
  });

  it('maps a row that has everything', () => {
    const view = toUpptimeView(
      {
        ...domifa,
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
    const odd = { ...egapro, slug: null, status: 'paused', uptime: '—' };
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
    const keys = [toSiteKey('https://nobody.example'), toSiteKey(url)];
    expect(findUpptimeSite(sites, keys)).toBe(egapro);
  });

  it('keeps the path, with its case', () => {
    expect(toSiteKey('https://A.example/Api/v1/?x=1')).toBe(
      'a.example/Api/v1/?x=1',
    );
  });

  it.each(['https://www.example.com', 'domi-fa'])('does not find %s', url => {
    expect(() => findUpptimeSite(sites, [toSiteKey(url)])).toThrow(
      expect.objectContaining({ name: 'UpstreamError', kind: 'not-found' }),
    );
  });
});
