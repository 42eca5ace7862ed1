import { Express, Request } from 'express';
import { compareIssues, parseIssueQuery } from './issueQuery';
import { getProject } from './projectRoutes';
import {
  countEvents,
  countSessions,
  Intervals,
  toIntervals,
} from './sentryCounts';
import {
  createNotFound,
  readList,
  readOne,
  SentryBadRequest,
  SentryError,
  sendPage,
  toPeriodMs,
} from './sentryHttp';
import { listEnvironments, listIssues } from './sentryIssues';
import { toIssue } from './sentryMappers';
import { listReleases, toRelease } from './sentryReleases';
import { SentryProject, SentryState } from './SentryState';

/** The projects that a query names, all without one. @throws SentryError 403 */
function readProjects(state: SentryState, req: Request): SentryProject[] {
  const names = readList(req, 'project').filter(name => name !== '-1');
  if (names.length === 0) return state.projects.list();
  return names.map(name => {
    const project = state.findProject(name);
    if (!project) {
      throw new SentryError(403, {
        detail: 'You do not have permission to perform this action.',
      });
    }
    return project;
  });
}

/** @throws SentryError 404 for an environment that nobody ever reported */
function readEnvironments(state: SentryState, req: Request): string[] {
  const names = readList(req, 'environment');
  const known = new Set(
    state.projects.list().flatMap(each => listEnvironments(state, each)),
  );
  if (names.some(name => !known.has(name))) throw createNotFound();
  return names;
}

function listMatchingIssues(
  state: SentryState,
  req: Request,
  projects: SentryProject[],
) {
  const now = state.now();
  const matches = parseIssueQuery(readOne(req, 'query') ?? 'is:unresolved');
  const compare = compareIssues(readOne(req, 'sort') ?? 'date');
  const environments = readEnvironments(state, req);
  const periodMs = toPeriodMs(readOne(req, 'statsPeriod') || '90d');
  return listIssues(state, projects)
    .filter(
      issue =>
        matches(issue, now) &&
        now.getTime() - issue.lastSeen.getTime() <= periodMs &&
        (environments.length === 0 ||
          issue.environments.some(name => environments.includes(name))),
    )
    .sort(compare)
    .map(issue => toIssue(state, issue));
}

const toSeconds = (date: Date) => date.getTime() / 1000;
const toText = (date: Date) => date.toISOString().replace(/\.\d+Z$/, 'Z');

function readIntervals(
  state: SentryState,
  req: Request,
  interval: string,
): Intervals {
  return toIntervals(
    readOne(req, 'statsPeriod') ?? '24h',
    readOne(req, 'interval') ?? interval,
    state.now(),
  );
}

const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

/** Issues, counts, sessions and releases. */
export function addIssueRoutes(app: Express, state: SentryState): void {
  const organization = '/api/0/organizations/:organization/';

  app.get(`${organization}issues/`, (req, res) => {
    const items = listMatchingIssues(state, req, readProjects(state, req));
    sendPage(req, res, { baseUrl: state.url, items, hits: true });
  });
  app.get('/api/0/projects/:organization/:project/issues/', (req, res) => {
    const items = listMatchingIssues(state, req, [getProject(state, req)]);
    sendPage(req, res, { baseUrl: state.url, items, hits: true });
  });

  app.get(`${organization}stats_v2/`, (req, res) => {
    const groupBy = readList(req, 'groupBy');
    if (groupBy.length === 0) {
      throw new SentryBadRequest({
        detail: 'At least one groupBy is required.',
      });
    }
    const field = readOne(req, 'field');
    if (field !== 'sum(quantity)' && field !== 'sum(times_seen)') {
      throw new SentryBadRequest({ detail: `Invalid field: "${field}"` });
    }
    const intervals = readIntervals(state, req, '1h');
    const isAsked = (name: string, value: string) =>
      [undefined, value].includes(readOne(req, name));
    // Applications send errors, and none is refused.
    const projects =
      isAsked('category', 'error') && isAsked('outcome', 'accepted')
        ? readProjects(state, req)
        : [];
    const counted = projects.map(project => ({
      project,
      series: countEvents(state, project, intervals),
    }));
    const byProject = groupBy.includes('project');
    const groups = (byProject ? counted.map(each => [each]) : [counted])
      .map(each => ({
        by: Object.fromEntries(
          groupBy.map(name => [
            name,
            {
              project: Number(each[0]?.project.id),
              category: 'error',
              outcome: 'accepted',
              reason: 'none',
            }[name],
          ]),
        ),
        series: intervals.starts.map((_, index) =>
          sum(each.map(({ series }) => series[index])),
        ),
      }))
      // Sentry has no group for what never happened.
      .filter(({ series }) => sum(series) > 0);
    res.json({
      start: toText(intervals.start),
      end: toText(intervals.end),
      intervals: intervals.starts.map(toText),
      groups: groups.map(({ by, series }) => ({
        by,
        totals: { [field]: sum(series) },
        series: { [field]: series },
      })),
    });
  });

  app.get(`${organization}events-stats/`, (req, res) => {
    readEnvironments(state, req);
    const intervals = readIntervals(state, req, '5m');
    const series = readProjects(state, req).map(project =>
      countEvents(state, project, intervals),
    );
    res.json({
      data: intervals.starts.map((start, index) => [
        toSeconds(start),
        [{ count: sum(series.map(counts => counts[index])) }],
      ]),
      start: toSeconds(intervals.start),
      end: toSeconds(intervals.end),
      isMetricsData: false,
    });
  });

  app.get(`${organization}sessions/`, (req, res) => {
    const fields = readList(req, 'field');
    if (fields.length === 0) {
      throw new SentryBadRequest({ detail: 'Request is missing a "field"' });
    }
    const environments = readEnvironments(state, req);
    const intervals = readIntervals(state, req, '1h');
    const counted = readProjects(state, req).flatMap(
      project => countSessions(state, project, environments, intervals) ?? [],
    );
    const total = sum(counted.map(each => each.total));
    const crashed = sum(counted.map(each => each.crashed));
    const values: Record<string, number | null> = {
      'sum(session)': total,
      'crash_rate(session)': total > 0 ? crashed / total : null,
      'crash_free_rate(session)': total > 0 ? 1 - crashed / total : null,
    };
    const unknown = fields.find(field => !(field in values));
    if (unknown) {
      throw new SentryBadRequest({ detail: `Invalid field: ${unknown}` });
    }
    res.json({
      start: toText(intervals.start),
      end: toText(intervals.end),
      intervals: intervals.starts.map(toText),
      groups: [
        {
          by: {},
          totals: Object.fromEntries(
            fields.map(field => [field, values[field]]),
          ),
          series: {},
        },
      ],
      query: readOne(req, 'query') ?? '',
    });
  });

  app.get(`${organization}releases/`, (req, res) => {
    readEnvironments(state, req);
    const items = listReleases(state, readProjects(state, req)).map(toRelease);
    sendPage(req, res, { baseUrl: state.url, items });
  });
}
