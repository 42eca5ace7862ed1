import { Router } from 'express';
import {
  findRepository,
  GithubProblem,
  handle,
  notFound,
  paginate,
} from './githubHttp';
import { toRepository, toUser } from './githubMappers';
import {
  GithubState,
  PullRequestDocument,
  RepositoryDocument,
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
  return {
    url: `${api}/pulls/${pull.number}`,
    id: pull.id,
    node_id: Buffer.from(`PR_${pull.id}`).toString('base64'),
    html_url: html,
    diff_url: `${html}.diff`,
    issue_url: `${api}/issues/${pull.number}`,
    commits_url: `${api}/pulls/${pull.number}/commits`,
    number: pull.number,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: toUser(state, pull.author),
    body: pull.body ?? null,
    labels: [],
    milestone: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt ?? null,
    merged_at: pull.mergedAt ?? null,
    draft: pull.draft,
    head: side(pull.head),
    base: side(pull.base),
    author_association: 'MEMBER',
    auto_merge: null,
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
      response.json({
        ...toPullRequest(
          state,
          repository,
          pull,
          await readPullGit(state, repository),
        ),
        merged: pull.mergedAt !== undefined,
        mergeable: pull.state === 'open' ? true : null,
        comments: 0,
        review_comments: 0,
      });
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
          dependency: {
            package: { ecosystem: 'npm', name: alert.package },
            manifest_path: 'yarn.lock',
            scope: 'runtime',
          },
          security_advisory: {
            ghsa_id: alert.ghsaId,
            summary: alert.summary,
            severity: alert.severity,
          },
          security_vulnerability: {
            package: { ecosystem: 'npm', name: alert.package },
            severity: alert.severity,
            first_patched_version: { identifier: alert.patchedVersion },
          },
          url: `${state.apiUrl}/repos/${repository.owner}/${repository.name}/dependabot/alerts/${alert.number}`,
          html_url: `${html}/security/dependabot/${alert.number}`,
          created_at: alert.createdAt,
          updated_at: alert.createdAt,
          dismissed_at: null,
          fixed_at: null,
        })),
      );
    }),
  );
}
