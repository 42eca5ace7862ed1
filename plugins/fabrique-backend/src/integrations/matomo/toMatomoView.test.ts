import { MatomoSiteReport } from '@socialgouv/backstage-plugin-fabrique-node';
import { toMatomoView } from './toMatomoView';

/** 37 days up to 2026-11-23, in no order. */
function visitsOf(valueOf: (daysAgo: number) => number) {
  const today = Date.parse('2026-11-23T00:00:00Z');
  return Object.fromEntries(
    [...Array(37).keys()].map(ago => [
      new Date(today - ago * 86_400_000).toISOString().slice(0, 10),
      valueOf(ago),
    ]),
  );
}

const report: MatomoSiteReport = {
  site: {
    idsite: 63,
    name: 'DomiFa',
    main_url: 'https://domifa.example.com',
    ecommerce: 1,
  },
  visitsByDay: visitsOf(ago => ago),
  summary: { bounce_rate: '45,5%', nb_actions_per_visit: 2.3 },
  pages: [
    { label: '/a', nb_visits: 40, url: 'https://domifa.example.com/a' },
    { label: 'Others', nb_visits: 3, url: 'data:text/html,x' },
  ],
  goals: [
    { idgoal: 2, name: 'Account' },
    { idgoal: 3, name: 'Made a minute ago' },
  ],
  conversions: { goal_2_nb_conversions: '8' },
  users: [{ label: 'someone' }],
  heatmaps: [{ status: 'ended' }],
  sessionRecordings: [{ status: 'ended' }, { status: 'active' }],
  hasVisitorLog: false,
};

describe('toMatomoView', () => {
  it('maps what Matomo answers', () => {
    const view = toMatomoView(report);

    expect(view).toEqual({
      siteId: 63,
      siteName: 'DomiFa',
      mainUrl: 'https://domifa.example.com',
      visitsToday: 0,
      visitsByDay: expect.any(Array),
      visitsAWeekEarlier: expect.any(Array),
      visitsLastWeek: 28,
      visitsWeekBefore: 77,
      visitsYesterday: 1,
      visitsSameWeekdayBefore: 8,
      bounceRatePercent: 45.5,
      actionsPerVisit: 2.3,
      topPages: [
        { label: '/a', visits: 40, url: 'https://domifa.example.com/a' },
        { label: 'Others', visits: 3, url: undefined },
      ],
      goals: [{ name: 'Account', conversions: 8 }],
      exemption: [
        { check: 'ecommerce-off', met: false },
        { check: 'user-id-off', met: false },
        { check: 'heatmaps-off', met: true },
        { check: 'session-recording-off', met: false },
        { check: 'visitor-log-off', met: true },
      ],
    });
    expect(view.visitsByDay).toHaveLength(30);
    expect(view.visitsByDay.at(0)).toEqual({
      at: '2026-10-25T00:00:00Z',
      value: 29,
    });
    expect(view.visitsByDay.at(-1)).toEqual({
      at: '2026-11-23T00:00:00Z',
      value: 0,
    });
  });

  it('sets each of 30 days beside the same weekday before', () => {
    const { visitsByDay, visitsAWeekEarlier } = toMatomoView(report);
    expect(visitsAWeekEarlier).toHaveLength(30);
    expect(visitsAWeekEarlier.at(0)).toEqual({
      at: '2026-10-18T00:00:00Z',
      value: visitsByDay[0].value + 7,
    });
    expect(visitsAWeekEarlier.at(-1)).toEqual({
      at: '2026-11-16T00:00:00Z',
      value: 7,
    });
  });

  it('says nothing that Matomo does not tell', () => {
    expect(
      toMatomoView({
        site: { idsite: 64, name: 'New', main_url: '' },
        visitsByDay: {},
        summary: {},
        pages: [],
      }),
    ).toEqual({
      siteId: 64,
      siteName: 'New',
      mainUrl: '',
      visitsToday: 0,
      visitsByDay: [],
      visitsAWeekEarlier: [],
      visitsLastWeek: 0,
      visitsWeekBefore: 0,
      visitsYesterday: 0,
      visitsSameWeekdayBefore: 0,
      bounceRatePercent: undefined,
      actionsPerVisit: undefined,
      topPages: [],
      goals: [],
      exemption: [
        { check: 'ecommerce-off' },
        { check: 'user-id-off' },
        { check: 'heatmaps-off' },
        { check: 'session-recording-off' },
        { check: 'visitor-log-off' },
      ],
    });
  });
});
