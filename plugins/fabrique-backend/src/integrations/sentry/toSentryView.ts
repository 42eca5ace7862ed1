import {
  SentryIssue,
  SentryView,
  TimeSeriesPoint,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  SentryIssuePage,
  SentryReleases,
  SentrySessions,
  SentryStats,
} from '@socialgouv/backstage-plugin-fabrique-node';

const dayMs = 86_400_000;

/** What Sentry answered about one project. */
export interface SentryAnswers {
  /** Address of Sentry, without a trailing slash. */
  baseUrl: string;
  organization: string;
  project: string;
  /** The most frequent unresolved issues; absent where nothing came from the environment. */
  unresolved?: SentryIssuePage;
  /** New and regressed issues, where `unresolved` does not hold all. */
  fresh?: SentryIssuePage;
  regressed?: SentryIssuePage;
  /** Events an hour over 14 days, the hour under way last. */
  stats: SentryStats;
  environments: string[];
  shownEnvironments: string[];
  releases: SentryReleases;
  sessions?: SentrySessions;
  now: Date;
}

/** Makes the view of a Sentry project of what Sentry answered. */
export function toSentryView(answers: SentryAnswers): SentryView {
  const { baseUrl, organization, project, unresolved } = answers;
  const issues = toIssues(answers);
  const hours = toHours(answers.stats);
  // The last is under way by Sentry's clock, which need not be the portal's.
  const fullHours = hours.slice(0, -1);
  const crashFreeRate =
    answers.sessions?.groups[0]?.totals['crash_free_rate(session)'] ??
    undefined;
  return {
    organization,
    project,
    unresolved: {
      count: unresolved?.total ?? 0,
      complete: unresolved?.isExact ?? true,
    },
    newIssueCount:
      answers.fresh?.total ?? issues.filter(({ isNew }) => isNew).length,
    regressedIssueCount:
      answers.regressed?.total ??
      issues.filter(({ isRegressed }) => isRegressed).length,
    // What is new comes first: it is what changed; then the most frequent.
    issues: issues.sort((a, b) => rank(a) - rank(b)).slice(0, 5),
    eventsByHour: hours.slice(-24),
    eventsByDay: toDays(hours),
    lastHourEventCount: fullHours.at(-1)?.value ?? 0,
    medianHourEventCount: median(fullHours.map(({ value }) => value)),
    trendPercent: toTrend(hours, 24),
    weekTrendPercent: toTrend(hours, 7 * 24),
    environments: answers.environments,
    shownEnvironments: answers.shownEnvironments,
    releases: answers.releases.map(({ version, dateCreated }) => ({
      version,
      createdAt: dateCreated,
      url: `${baseUrl}/organizations/${organization}/releases/${encodeURIComponent(
        version,
      )}/`,
    })),
    crashFreeSessionsPercent:
      crashFreeRate === undefined
        ? undefined
        : Math.round(crashFreeRate * 10_000) / 100,
  };
}

/** Every issue once, the most frequent first. */
function toIssues(answers: SentryAnswers): SentryIssue[] {
  const { baseUrl, organization, now } = answers;
  const since = now.getTime() - dayMs;
  const pages = [answers.unresolved, answers.fresh, answers.regressed];
  const byId = new Map(
    pages.flatMap(page => page?.issues ?? []).map(issue => [issue.id, issue]),
  );
  return [...byId.values()]
    .map(issue => ({
      id: issue.id,
      shortId: issue.shortId,
      title: issue.title,
      culprit: issue.culprit || undefined,
      level: issue.level ?? 'error',
      eventCount: issue.count,
      userCount: issue.userCount ?? 0,
      firstSeenAt: issue.firstSeen,
      lastSeenAt: issue.lastSeen,
      isNew: Date.parse(issue.firstSeen) >= since,
      isRegressed:
        issue.substatus === 'regressed' && Date.parse(issue.lastSeen) >= since,
      url:
        issue.permalink ??
        `${baseUrl}/organizations/${organization}/issues/${issue.id}/`,
    }))
    .sort((a, b) => b.eventCount - a.eventCount);
}

function rank(issue: { isNew: boolean; isRegressed: boolean }): number {
  return issue.isNew || issue.isRegressed ? 0 : 1;
}

function toHours(stats: SentryStats): TimeSeriesPoint[] {
  return stats.intervals.map((at, index) => ({
    at,
    value: stats.groups.reduce(
      (total, group) => total + (group.series['sum(quantity)'][index] ?? 0),
      0,
    ),
  }));
}

/** Days end with the newest hour, so that the last bar is always one of 24 h. */
function toDays(hours: TimeSeriesPoint[]): TimeSeriesPoint[] {
  const days: TimeSeriesPoint[] = [];
  for (let end = hours.length; end > 0 && days.length < 14; end -= 24) {
    const day = hours.slice(Math.max(0, end - 24), end);
    days.unshift({ at: day[0].at, value: sum(day) });
  }
  return days;
}

/** Change of the newest hours against as many before them; undefined where those had no event. */
function toTrend(points: TimeSeriesPoint[], count: number): number | undefined {
  const last = sum(points.slice(-count));
  const before = sum(points.slice(-2 * count, -count));
  return before > 0 ? Math.round((last / before - 1) * 100) : undefined;
}

function sum(points: TimeSeriesPoint[]): number {
  return points.reduce((total, { value }) => total + value, 0);
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return 0;
  return sorted.length % 2
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}
