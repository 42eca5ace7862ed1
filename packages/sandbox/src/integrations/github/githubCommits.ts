import { Router } from 'express';
import {
  findRepository,
  GithubProblem,
  handle,
  notFound,
  readPage,
  setLink,
} from './githubHttp';
import { toCommit, toRepository } from './githubMappers';
import { GithubState, RepositoryDocument } from './githubState';

const text = (value: unknown) =>
  typeof value === 'string' && value !== '' ? value : undefined;

function toChangedFile(file: {
  path: string;
  additions: number;
  deletions: number;
}): object {
  return {
    filename: file.path,
    status: 'modified',
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
  };
}

/** Commits and comparisons. */
export function addCommitRoutes(router: Router, state: GithubState): void {
  const resolve = async (repository: RepositoryDocument, revision: string) => {
    const sha = await state.git(repository).resolve(revision);
    if (!sha) {
      throw new GithubProblem(422, `No commit found for SHA: ${revision}`);
    }
    return sha;
  };

  router.get(
    '/repos/:owner/:repo/commits',
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      const git = state.git(repository);
      if ((await git.branches()).length === 0) {
        throw new GithubProblem(409, 'Git Repository is empty.');
      }
      const revision = await git.resolve(
        text(request.query.sha) ?? (await git.defaultBranch()),
      );
      if (!revision) throw notFound();
      const { page, perPage } = readPage(request);
      const path = text(request.query.path);
      const commits = await git.commits({
        revision,
        path,
        since: text(request.query.since),
        until: text(request.query.until),
        skip: (page - 1) * perPage,
        limit: perPage,
      });
      setLink(state, request, response, await git.count(revision, path));
      response.json(commits.map(item => toCommit(state, repository, item)));
    }),
  );

  router.get(
    '/repos/:owner/:repo/commits/:ref(.+)/status',
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      const git = state.git(repository);
      const sha = await git.resolve(request.params.ref);
      if (!sha) throw notFound();
      const api = `${state.apiUrl}/repos/${repository.owner}/${repository.name}`;
      response.json({
        state: 'pending',
        statuses: [],
        sha,
        total_count: 0,
        repository: toRepository(state, repository, await git.defaultBranch()),
        commit_url: `${api}/commits/${sha}`,
        url: `${api}/commits/${sha}/status`,
      });
    }),
  );

  router.get(
    '/repos/:owner/:repo/commits/:ref(.+)',
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      const git = state.git(repository);
      const sha = await resolve(repository, request.params.ref);
      const [commit] = await git.commits({ revision: sha, limit: 1 });
      const files = commit.parents[0]
        ? await git.changedFiles(commit.parents[0], sha)
        : [];
      if (/[.+]sha\b/.test(request.headers.accept ?? '')) {
        response.type('text/plain').send(sha);
        return;
      }
      response.json({
        ...toCommit(state, repository, commit),
        stats: {
          additions: files.reduce((sum, file) => sum + file.additions, 0),
          deletions: files.reduce((sum, file) => sum + file.deletions, 0),
          total: files.reduce(
            (sum, file) => sum + file.additions + file.deletions,
            0,
          ),
        },
        files: files.map(toChangedFile),
      });
    }),
  );

  router.get(
    '/repos/:owner/:repo/compare/:basehead(.+)',
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      const git = state.git(repository);
      const [baseName, headName] = request.params.basehead.split('...');
      const base = await git.resolve(baseName);
      const head = headName ? await git.resolve(headName) : undefined;
      if (!base || !head) throw notFound();
      const mergeBase = await git.mergeBase(base, head);
      if (!mergeBase) {
        throw new GithubProblem(
          404,
          `No common ancestor between ${baseName} and ${headName}.`,
        );
      }
      const ahead = await git.count(`${base}..${head}`);
      const behind = await git.count(`${head}..${base}`);
      const { page, perPage } = readPage(request);
      const [[baseCommit], [mergeBaseCommit], commits, files] =
        await Promise.all([
          git.commits({ revision: base, limit: 1 }),
          git.commits({ revision: mergeBase, limit: 1 }),
          git.commits({ revision: `${base}..${head}`, limit: 250 }),
          git.changedFiles(mergeBase, head),
        ]);
      const html = `${state.context.urls.github}/${repository.owner}/${repository.name}`;
      const status =
        (ahead === 0 && behind === 0 && 'identical') ||
        (behind === 0 && 'ahead') ||
        (ahead === 0 && 'behind') ||
        'diverged';
      response.json({
        url: `${state.apiUrl}/repos/${repository.owner}/${repository.name}/compare/${request.params.basehead}`,
        html_url: `${html}/compare/${request.params.basehead}`,
        permalink_url: `${html}/compare/${base}...${head}`,
        base_commit: toCommit(state, repository, baseCommit),
        merge_base_commit: toCommit(state, repository, mergeBaseCommit),
        status,
        ahead_by: ahead,
        behind_by: behind,
        total_commits: ahead,
        // Oldest first here, unlike every other list of commits.
        commits: commits
          .reverse()
          .slice((page - 1) * perPage, page * perPage)
          .map(item => toCommit(state, repository, item)),
        files: files.map(toChangedFile),
      });
    }),
  );
}
