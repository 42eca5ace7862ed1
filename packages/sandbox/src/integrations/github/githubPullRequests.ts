import { Router } from 'express';
import {
  findRepository,
  GithubProblem,
  handle,
  notFound,
  paginate,
} from './githubHttp';
import { toLinks } from './githubLinks';
import { toRepository, toUser } from './githubMappers';
import {
  GithubState,
  PullRequestDocument,
  RepositoryDocument,
  SecurityAlertDocument,
} from './githubState';

/** A pull request in the words of the API. */
export function toPullRequest(
  state: GithubState,
  repository: RepositoryDocument,
  pull: PullRequestDocument,
  git: { defaultBranch: string; refs: Record<string, string> },
): object {
  const fullName = `${repository.owner}/${repository.name}`;
  const api = `${state.apiUrl}/repos/${fullName}`;
  const html = `${state.context.urls.github}/${fullName}/pull/${pull.number}`;
  const repo = toRepository(state, repository, git.defaultBranch);
  const side = (ref: string) => ({
    label: `${repository.owner}:${ref}`,
    ref,
    sha: git.refs[`refs/heads/${ref}`] ?? '0'.repeat(40),
    user: toUser(state, repository.owner),
    repo,
  });
  const head = side(pull.head);
  const url = `${api}/pulls/${pull.number}`;
  const links = {
    ...toLinks('pull', url),
    issue_url: `${api}/issues/${pull.number}`,
    statuses_url: `${api}/statuses/${head.sha}`,
  };
  return {
    ...links,
    url,
    id: pull.id,
    node_id: Buffer.from(`PR_${pull.id}`).toString('base64'),
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    number: pull.number,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: toUser(state, pull.author),
    body: pull.body ?? null,
    labels: [],
    milestone: null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt ?? null,
    merged_at: pull.mergedAt ?? null,
    draft: pull.draft,
    merge_commit_sha: null,
    head,
    base: side(pull.base),
    _links: Object.fromEntries(
      Object.entries({ ...links, html_url: html, self_url: url }).map(
        ([name, href]) => [name.replace(/_url$/, ''), { href }],
      ),
    ),
    author_association: 'MEMBER',
    auto_merge: null,
  };
}

/** A pull request as it is given alone, with what GitHub works out of it; the sizes are none here. */
export function toWholePullRequest(
  ...args: Parameters<typeof toPullRequest>
): object {
  const [state, , pull] = args;
  return {
    ...toPullRequest(...args),
    merged: pull.mergedAt !== undefined,
    merged_by: pull.mergedAt ? toUser(state, pull.author) : null,
    mergeable: pull.state === 'open' ? true : null,
    mergeable_state: pull.state === 'open' ? 'clean' : 'unknown',
    maintainer_can_modify: false,
    ...Object.fromEntries(
      [
        'comments',
        'review_comments',
        'commits',
        'additions',
        'deletions',
        'changed_files',
      ].map(name => [name, 0]),
    ),
  };
}

/** What is wrong with which package, and since when it is known. */
function toAdvisory(alert: SecurityAlertDocument) {
  const named = { ecosystem: 'npm', name: alert.package };
  const vulnerability = {
    package: named,
    severity: alert.severity,
    vulnerable_version_range: `< ${alert.patchedVersion}`,
    first_patched_version: { identifier: alert.patchedVersion },
  };
  return {
    dependency: {
      package: named,
      manifest_path: 'yarn.lock',
      scope: 'runtime',
    },
    security_advisory: {
      ghsa_id: alert.ghsaId,
      cve_id: null,
      summary: alert.summary,
      description: alert.summary,
      severity: alert.severity,
      vulnerabilities: [vulnerability],
      cvss: { score: 0, vector_string: null },
      cwes: [],
      identifiers: [{ type: 'GHSA', value: alert.ghsaId }],
      references: [],
      published_at: alert.createdAt,
      updated_at: alert.createdAt,
      withdrawn_at: null,
    },
    security_vulnerability: vulnerability,
  };
}

/** What a pull request shows of git. */
export async function readPullGit(
  state: GithubState,
  repository: RepositoryDocument,
): Promise<{ defaultBranch: string; refs: Record<string, string> }> {
  const git = state.git(repository);
  return {
    defaultBranch: await git.defaultBranch(),
    refs: await git.allRefs(),
  };
}

/** Reading pull requests and security alerts. */
export function addPullRequestRoutes(router: Router, state: GithubState): void {
  router.get(
    '/repos/:owner/:repo/pulls',
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      const { state: wanted = 'open', head, base, sort } = request.query;
      const direction =
        request.query.direction ??
        (sort === undefined || sort === 'created' ? 'desc' : 'asc');
      const dateOf = (pull: PullRequestDocument) =>
        sort === 'updated' ? pull.updatedAt : pull.createdAt;
      const pulls = repository.pullRequests
        .filter(pull => wanted === 'all' || pull.state === wanted)
        .filter(pull => base === undefined || pull.base === base)
        .filter(
          pull =>
            head === undefined || `${repository.owner}:${pull.head}` === head,
        )
        .sort(
          (a, b) => dateOf(a).localeCompare(dateOf(b)) || a.number - b.number,
        );
      if (direction === 'desc') pulls.reverse();
      const page = paginate(state, request, response, pulls);
      const git = await readPullGit(state, repository);
      response.json(
        page.map(pull => toPullRequest(state, repository, pull, git)),
      );
    }),
  );

  router.get(
    '/repos/:owner/:repo/pulls/:number',
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      const pull = repository.pullRequests.find(
        ({ number }) => String(number) === request.params.number,
      );
      if (!pull) throw notFound();
      response.json(
        toWholePullRequest(
          state,
          repository,
          pull,
          await readPullGit(state, repository),
        ),
      );
    }),
  );

  router.get(
    '/repos/:owner/:repo/dependabot/alerts',
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      if (!response.locals.authenticated) throw notFound();
      if (request.query.page !== undefined) {
        throw new GithubProblem(
          400,
          'Pagination using the `page` parameter is not supported.',
        );
      }
      const wanted = String(request.query.state ?? '').split(',');
      const after = Number(request.query.after ?? Infinity);
      const perPage = Math.min(100, Number(request.query.per_page) || 30);
      const alerts = repository.alerts
        .filter(alert => wanted[0] === '' || wanted.includes(alert.state))
        .sort((a, b) => b.number - a.number)
        .filter(alert => alert.number < after);
      const page = alerts.slice(0, perPage);
      if (page.length < alerts.length) {
        const next = new URL(
          `${state.context.urls.github}${request.originalUrl}`,
        );
        next.searchParams.set('after', String(page[page.length - 1].number));
        response.set('link', `<${next}>; rel="next"`);
      }
      const html = `${state.context.urls.github}/${repository.owner}/${repository.name}`;
      response.json(
        page.map(alert => ({
          number: alert.number,
          state: alert.state,
          ...toAdvisory(alert),
          url: `${state.apiUrl}/repos/${repository.owner}/${repository.name}/dependabot/alerts/${alert.number}`,
          html_url: `${html}/security/dependabot/${alert.number}`,
          created_at: alert.createdAt,
          updated_at: alert.createdAt,
          dismissed_at: null,
          dismissed_by: null,
          dismissed_reason: null,
          dismissed_comment: null,
          fixed_at: null,
        })),
      );
    }),
  );
}
