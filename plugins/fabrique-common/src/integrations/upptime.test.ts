import {
  defaultUpptimeThresholds,
  toUpptimeVerdict,
  upptimeAnnotation,
  UpptimeView,
} from './upptime';

const judge = (view: Partial<UpptimeView>) =>
  toUpptimeVerdict(
    {
      siteName: 'DomiFa',
      siteUrl: 'https://domifa.fabrique.social.gouv.fr/',
      status: 'up',
      uptimePercent: { day: 100, week: 99.2, year: 20, all: 20 },
      responseTimeMs: { day: 1200, week: 400 },
      usualResponseTimeMs: 400,
      downMinutesByDay: [],
      ...view,
    },
    defaultUpptimeThresholds,
  );

describe('toUpptimeVerdict', () => {
  it('is well at the limits, whatever happened long ago, and with nothing but a name', () => {
    const well = { level: 'ok', reasons: [] };
    expect(judge({})).toEqual(well);
    expect(judge({ uptimePercent: { day: 99 } })).toEqual(well);
    expect(judge({ uptimePercent: { all: 50 } })).toEqual(well);
    expect(
      judge({ status: undefined, uptimePercent: {}, responseTimeMs: {} }),
    ).toEqual(well);
    expect(judge({ usualResponseTimeMs: undefined })).toEqual(well);
  });

  it('calls a site that is down a problem, before what else is wrong', () => {
    expect(
      judge({
        status: 'down',
        uptimePercent: { day: 42.5 },
        responseTimeMs: { day: 1201 },
      }),
    ).toEqual({
      level: 'problem',
      reasons: [
        { level: 'problem', key: 'upptime.down' },
        {
          level: 'attention',
          key: 'upptime.lowDay',
          params: { percent: 42.5 },
        },
        {
          level: 'attention',
          key: 'upptime.slow',
          params: { ms: 1201, usual: 400 },
        },
      ],
    });
  });

  it('asks for attention where UppTime itself says that the site is slow', () => {
    expect(judge({ status: 'degraded' })).toEqual({
      level: 'attention',
      reasons: [{ level: 'attention', key: 'upptime.degraded' }],
    });
  });

  it('asks for attention below 99 % over a day', () => {
    expect(judge({ uptimePercent: { day: 98.99 } }).reasons).toEqual([
      { level: 'attention', key: 'upptime.lowDay', params: { percent: 98.99 } },
    ]);
  });

  it.each([{ all: 0.31 }, { day: 0.31, all: 99.9 }])(
    'case 14: does not believe that a site is up with %j',
    uptimePercent => {
      expect(judge({ uptimePercent })).toEqual({
        level: 'attention',
        reasons: [
          {
            level: 'attention',
            key: 'upptime.contradiction',
            params: { percent: 0.31 },
          },
        ],
      });
    },
  );
});

describe('upptimeAnnotation', () => {
  it('takes addresses, with or without a scheme', () => {
    const pattern = new RegExp(`^(?:${upptimeAnnotation.pattern})$`);
    const values = [
      'https://domifa.fabrique.social.gouv.fr/',
      'domifa.fabrique.social.gouv.fr',
      'https://a.example/api/v2/1,2?x=1',
      'ftp://a.example',
      'two words',
      '/path',
    ];
    expect(values.map(value => pattern.test(value))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
