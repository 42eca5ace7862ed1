import { Router } from 'express';
import { z } from 'zod/v4';
import {
  listUpptimeIncidents,
  UpptimeIncidentIssue,
} from '../../fleet/upptimeIncidents';
import {
  findRepository,
  GithubProblem,
  githubTokenLogin,
  handle,
  notFound,
  paginate,
  readBody,
} from './githubHttp';
import { toUser } from './githubMappers';
import { nextNumber } from './githubPullRequestChanges';
import { GithubState, IssueDocument, RepositoryDocument } from './githubState';

const createSchema = z.object({
  title: z.string().min(1),
  body: z.string().nullish(),
  labels: z.array(z.string()).optional(),
});

const updateSchema = z.object({
  title: z.string().optional(),
  body: z.string().nullish(),
  labels: z.array(z.string()).optional(),
  state: z.enum(['open', 'closed']).optional(),
  state_reason: z.enum(['completed', 'not_planned', 'reopened']).nullish(),
});

const commentSchema = z.object({ body: z.string().min(1) });

/** UppTime's incidents follow from its history; nobody opened them here. */
const fromIncident = (issue: UpptimeIncidentIssue): IssueDocument => ({
  number: issue.number,
  title: issue.title,
  body: issue.body,
  labels: issue.labels,
  author: githubTokenLogin,
  state: issue.closedAt ? 'closed' : 'open',
  stateReason: issue.closedAt ? 'completed' : undefined,
  comments: issue.closedAt ? 1 : 0,
  isLocked: true,
  createdAt: issue.createdAt.toISOString(),
  updatedAt: (issue.closedAt ?? issue.createdAt).toISOString(),
  closedAt: issue.closedAt?.toISOString(),
});

const toId = (repository: RepositoryDocument, number: number) =>
  repository.id * 100_000 + number;

function toLabel(api: string, name: string): object {
  const id = [...name].reduce(
    (sum, c) => (sum * 31 + c.charCodeAt(0)) % 1e8,
    1,
  );
  return {
    id,
    node_id: Buffer.from(`LA_${id}`).toString('base64'),
    url: `${api}/labels/${encodeURIComponent(name)}`,
    name,
    description: null,
    color: 'ededed',
    default: false,
  };
}

function toIssue(
  state: GithubState,
  repository: RepositoryDocument,
  issue: IssueDocument,
): object {
  const fullName = `${repository.owner}/${repository.name}`;
  const api = `${state.apiUrl}/repos/${fullName}`;
  const { number, title, body, labels } = issue;
  const url = `${api}/issues/${number}`;
  return {
    url,
    repository_url: api,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    timeline_url: `${url}/timeline`,
    html_url: `${state.context.urls.github}/${fullName}/issues/${number}`,
    id: toId(repository, number),
    node_id: Buffer.from(`I_${number}`).toString('base64'),
    number,
    title,
    user: toUser(state, issue.author),
    labels: labels.map(label => toLabel(api, label)),
    state: issue.state,
    state_reason: issue.stateReason ?? null,
    locked: issue.isLocked ?? false,
    active_lock_reason: null,
    assignee: null,
    assignees: [],
    milestone: null,
    comments: issue.comments,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt ?? null,
    author_association: 'MEMBER',
    body: body ?? null,
  };
}

/** Issues: UppTime's incidents, and those that people and programs open. */
export function addIssueRoutes(router: Router, state: GithubState): void {
  const listIssues = (repository: RepositoryDocument): IssueDocument[] => [
    ...(repository.name === 'upptime'
      ? listUpptimeIncidents(state.context.now()).map(fromIncident)
      : []),
    ...(repository.issues ?? []),
  ];
  const findIssue = (repository: RepositoryDocument, number: string) => {
    const issue = listIssues(repository).find(
      one => String(one.number) === number,
    );
    if (!issue) throw notFound();
    return issue;
  };
  const save = (repository: RepositoryDocument, issue: IssueDocument) => {
    const changed = { ...issue, updatedAt: state.now() };
    state.save({
      ...repository,
      issues: [
        ...(repository.issues ?? []).filter(
          ({ number }) => number !== issue.number,
        ),
        changed,
      ],
    });
    return changed;
  };

  router.get(
    '/repos/:owner/:repo/issues',
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      const { query } = request;
      const labels = String(query.labels ?? '')
        .split(',')
        .filter(Boolean);
      const since = Date.parse(String(query.since ?? '')) || 0;
      const wanted = query.state ?? 'open';
      const keyOf = (issue: IssueDocument) =>
        query.sort === 'updated' ? issue.updatedAt : issue.createdAt;
      const issues = listIssues(repository)
        .filter(
          issue =>
            (wanted === 'all' || wanted === issue.state) &&
            labels.every(label => issue.labels.includes(label)) &&
            Date.parse(issue.updatedAt) >= since,
        )
        .sort((a, b) => keyOf(b).localeCompare(keyOf(a)));
      if (query.direction === 'asc') issues.reverse();
      response.json(
        paginate(state, request, response, issues).map(issue =>
          toIssue(state, repository, issue),
        ),
      );
    }),
  );

  router.post(
    '/repos/:owner/:repo/issues',
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      if (repository.settings.has_issues === false) {
        throw new GithubProblem(410, 'Issues are disabled for this repo');
      }
      const { title, body, labels = [] } = readBody(createSchema, request);
      const issue = save(repository, {
        number: nextNumber(repository),
        title,
        body: body ?? undefined,
        labels,
        author: githubTokenLogin,
        state: 'open',
        comments: 0,
        createdAt: state.now(),
        updatedAt: state.now(),
      });
      response.status(201).json(toIssue(state, repository, issue));
    }),
  );

  router
    .route('/repos/:owner/:repo/issues/:number(\\d+)')
    .get(
      handle(async (request, response) => {
        const repository = findRepository(state, request, response);
        const issue = findIssue(repository, request.params.number);
        response.json(toIssue(state, repository, issue));
      }),
    )
    .patch(
      handle(async (request, response) => {
        const repository = findRepository(state, request, response);
        const issue = findIssue(repository, request.params.number);
        const body = readBody(updateSchema, request);
        const isClosed = (body.state ?? issue.state) === 'closed';
        const changed = save(repository, {
          ...issue,
          title: body.title ?? issue.title,
          body: body.body ?? issue.body,
          labels: body.labels ?? issue.labels,
          state: body.state ?? issue.state,
          stateReason: isClosed
            ? body.state_reason ?? issue.stateReason ?? 'completed'
            : undefined,
          closedAt: isClosed ? issue.closedAt ?? state.now() : undefined,
        });
        response.json(toIssue(state, repository, changed));
      }),
    );

  router.post(
    '/repos/:owner/:repo/issues/:number(\\d+)/comments',
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      const issue = findIssue(repository, request.params.number);
      const { body } = readBody(commentSchema, request);
      const { updatedAt } = save(repository, {
        ...issue,
        comments: issue.comments + 1,
      });
      response.status(201).json({
        id: toId(repository, issue.number) * 100 + issue.comments,
        body,
        user: toUser(state, githubTokenLogin),
        created_at: updatedAt,
        updated_at: updatedAt,
      });
    }),
  );
}
