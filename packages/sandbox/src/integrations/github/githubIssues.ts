import { Router } from 'express';
import {
  listUpptimeIncidents,
  UpptimeIncidentIssue,
} from '../../fleet/upptimeIncidents';
import {
  findRepository,
  githubTokenLogin,
  handle,
  paginate,
} from './githubHttp';
import { toUser } from './githubMappers';
import { GithubState, RepositoryDocument } from './githubState';

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
  issue: UpptimeIncidentIssue,
): object {
  const fullName = `${repository.owner}/${repository.name}`;
  const api = `${state.apiUrl}/repos/${fullName}`;
  const { number, title, body, labels, createdAt, closedAt } = issue;
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
    user: toUser(state, githubTokenLogin),
    labels: labels.map(name => toLabel(api, name)),
    state: closedAt ? 'closed' : 'open',
    state_reason: closedAt ? 'completed' : null,
    locked: true,
    active_lock_reason: null,
    assignee: null,
    assignees: [],
    milestone: null,
    comments: closedAt ? 1 : 0,
    created_at: createdAt.toISOString(),
    updated_at: (closedAt ?? createdAt).toISOString(),
    closed_at: closedAt?.toISOString() ?? null,
    author_association: 'MEMBER',
    body,
  };
}

/** Issues: only UppTime's repository has any, its incidents. */
export function addIssueRoutes(router: Router, state: GithubState): void {
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
      const changedAt = (issue: UpptimeIncidentIssue) =>
        issue.closedAt ?? issue.createdAt;
      const keyOf = (issue: UpptimeIncidentIssue) =>
        query.sort === 'updated' ? changedAt(issue) : issue.createdAt;
      const issues = (
        repository.name === 'upptime'
          ? listUpptimeIncidents(state.context.now())
          : []
      )
        .filter(
          issue =>
            (wanted === 'all' || (wanted === 'closed') === !!issue.closedAt) &&
            labels.every(label => issue.labels.includes(label)) &&
            changedAt(issue).getTime() >= since,
        )
        .sort((a, b) => keyOf(b).getTime() - keyOf(a).getTime());
      if (query.direction === 'asc') issues.reverse();
      response.json(
        paginate(state, request, response, issues).map(issue =>
          toIssue(state, repository, issue),
        ),
      );
    }),
  );
}
