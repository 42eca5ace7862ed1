import { toSentryView } from './toSentryView';

const now = new Date('2026-11-23T09:30:00Z');
const hourMs = 3_600_000;

/** 14 days of one-hour intervals that end with the hour under way. */
function statsOf(valueOf: (hoursAgo: number) => number) {
  const hours = [...Array(14 * 24).keys()].reverse();
  return {
    intervals: hours.map(ago =>
      new Date(Date.parse('2026-11-23T09:00:00Z') - ago * hourMs).toISOString(),
    ),
    groups: [{ series: { 'sum(quantity)': hours.map(valueOf) } }],
  };
}

const issue = {
  id: '1',
  shortId: 'DOMIFA-1',
  title: 'TypeError: x is undefined',
  culprit: '',
  level: null,
  count: 900,
  userCount: null,
  firstSeen: '2026-05-01T08:00:00Z',
  lastSeen: '2026-11-23T09:10:00Z',
  substatus: 'ongoing',
  permalink: null,
};

describe('toSentryView', () => {
  it('maps what Sentry answers', () => {
    const view = toSentryView({
      baseUrl: 'https://sentry.example.com',
      organization: 'incubateur',
      project: 'domifa',
      unresolved: {
        total: 140,
        isExact: true,
        issues: [issue, { ...issue, id: '4', count: 20 }],
      },
      fresh: {
        total: 130,
        isExact: true,
        issues: [
          {
            ...issue,
            id: '2',
            shortId: 'DOMIFA-2',
            count: 3,
            firstSeen: '2026-11-23T08:00:00Z',
            permalink: 'https://sentry.example.com/i/2/',
          },
        ],
      },
      regressed: {
        total: 1,
        isExact: true,
        issues: [
          {
            ...issue,
            id: '3',
            shortId: 'DOMIFA-3',
            count: 2,
            substatus: 'regressed',
            level: 'fatal',
            culprit: 'pages/usager',
            userCount: 2,
          },
        ],
      },
      stats: statsOf(ago => (ago === 1 ? 80 : 2)),
      environments: ['prod', 'dev'],
      shownEnvironments: ['prod'],
      releases: [
        { version: 'domifa@1.2/3', dateCreated: '2026-11-20T10:00:00Z' },
      ],
      sessions: {
        groups: [{ totals: { 'crash_free_rate(session)': 0.99456 } }],
      },
      now,
    });

    expect(view).toEqual({
      organization: 'incubateur',
      project: 'domifa',
      unresolved: { count: 140, complete: true },
      newIssueCount: 130,
      regressedIssueCount: 1,
      issues: [
        {
          id: '2',
          shortId: 'DOMIFA-2',
          title: issue.title,
          culprit: undefined,
          level: 'error',
          eventCount: 3,
          userCount: 0,
          firstSeenAt: '2026-11-23T08:00:00Z',
          lastSeenAt: issue.lastSeen,
          isNew: true,
          isRegressed: false,
          url: 'https://sentry.example.com/i/2/',
        },
        {
          id: '3',
          shortId: 'DOMIFA-3',
          title: issue.title,
          culprit: 'pages/usager',
          level: 'fatal',
          eventCount: 2,
          userCount: 2,
          firstSeenAt: issue.firstSeen,
          lastSeenAt: issue.lastSeen,
          isNew: false,
          isRegressed: true,
          url: 'https://sentry.example.com/organizations/incubateur/issues/3/',
        },
        {
          id: '1',
          shortId: 'DOMIFA-1',
          title: issue.title,
          culprit: undefined,
          level: 'error',
          eventCount: 900,
          userCount: 0,
          firstSeenAt: issue.firstSeen,
          lastSeenAt: issue.lastSeen,
          isNew: false,
          isRegressed: false,
          url: 'https://sentry.example.com/organizations/incubateur/issues/1/',
        },
        {
          id: '4',
          shortId: 'DOMIFA-1',
          title: issue.title,
          culprit: undefined,
          level: 'error',
          eventCount: 20,
          userCount: 0,
          firstSeenAt: issue.firstSeen,
          lastSeenAt: issue.lastSeen,
          isNew: false,
          isRegressed: false,
          url: 'https://sentry.example.com/organizations/incubateur/issues/4/',
        },
      ],
      eventsByHour: expect.any(Array),
      eventsByDay: expect.any(Array),
      lastHourEventCount: 80,
      medianHourEventCount: 2,
      trendPercent: 163,
      weekTrendPercent: 23,
      environments: ['prod', 'dev'],
      shownEnvironments: ['prod'],
      releases: [
        {
          version: 'domifa@1.2/3',
          createdAt: '2026-11-20T10:00:00Z',
          url: 'https://sentry.example.com/organizations/incubateur/releases/domifa%401.2%2F3/',
        },
      ],
      crashFreeSessionsPercent: 99.46,
    });
    expect(view.eventsByHour).toHaveLength(24);
    expect(view.eventsByHour.at(-1)).toEqual({
      at: '2026-11-23T09:00:00.000Z',
      value: 2,
    });
    expect(view.eventsByDay).toHaveLength(14);
    expect(view.eventsByDay.at(-1)).toEqual({
      at: '2026-11-22T10:00:00.000Z',
      value: 126,
    });
  });

  it.each(['2026-11-23T08:55:00Z', '2026-11-23T10:05:00Z'])(
    "reckons the last full hour by Sentry's clock, whatever the portal's says: %s",
    time => {
      const view = toSentryView({
        baseUrl: 'https://sentry.example.com',
        organization: 'incubateur',
        project: 'domifa',
        stats: statsOf(ago => (ago === 1 ? 80 : 2)),
        environments: [],
        shownEnvironments: [],
        releases: [],
        now: new Date(time),
      });
      expect(view.lastHourEventCount).toBe(80);
    },
  );

  it('says nothing that a silent project does not say', () => {
    expect(
      toSentryView({
        baseUrl: 'https://sentry.example.com',
        organization: 'incubateur',
        project: 'domifa',
        stats: { intervals: [], groups: [] },
        environments: [],
        shownEnvironments: [],
        releases: [],
        now,
      }),
    ).toEqual({
      organization: 'incubateur',
      project: 'domifa',
      unresolved: { count: 0, complete: true },
      newIssueCount: 0,
      regressedIssueCount: 0,
      issues: [],
      eventsByHour: [],
      eventsByDay: [],
      lastHourEventCount: 0,
      medianHourEventCount: 0,
      trendPercent: undefined,
      weekTrendPercent: undefined,
      environments: [],
      shownEnvironments: [],
      releases: [],
      crashFreeSessionsPercent: undefined,
    });
  });
});
