import { defaultSentryThresholds, SentryView, toSentryVerdict } from './sentry';

const judge = (view: Partial<SentryView>) =>
  toSentryVerdict(
    {
      organization: 'incubateur',
      project: 'domifa-backend',
      unresolved: { count: 12, complete: true },
      newIssueCount: 0,
      regressedIssueCount: 0,
      issues: [],
      eventsByHour: [],
      eventsByDay: [],
      lastHourEventCount: 0,
      medianHourEventCount: 0,
      environments: [],
      shownEnvironments: [],
      releases: [],
      ...view,
    },
    defaultSentryThresholds,
  );
const peak = (lastHourEventCount: number, medianHourEventCount: number) =>
  judge({ lastHourEventCount, medianHourEventCount });

describe('toSentryVerdict', () => {
  it('is well with old issues, and with a peak of few events or of what is usual', () => {
    expect(judge({})).toEqual({ level: 'ok', reasons: [] });
    expect(peak(50, 0).level).toBe('ok');
    expect(peak(200, 20).level).toBe('ok');
  });

  it('calls a peak a problem, before new and regressed issues', () => {
    expect(
      judge({
        newIssueCount: 2,
        regressedIssueCount: 1,
        lastHourEventCount: 51,
        medianHourEventCount: 5,
      }),
    ).toEqual({
      level: 'problem',
      reasons: [
        {
          level: 'problem',
          key: 'sentry.eventPeak',
          params: { count: 51, median: 5 },
        },
        {
          level: 'attention',
          key: 'sentry.newIssues',
          params: { count: 2 },
        },
        {
          level: 'attention',
          key: 'sentry.regressedIssues',
          params: { count: 1 },
        },
      ],
    });
  });
});
