import { Request, Response, Router } from 'express';
import { z } from 'zod/v4';
import { mergeTrees, writeCommit } from '../../git/gitObjects';
import {
  findRepository,
  githubTokenLogin,
  GithubProblem,
  handle,
  notFound,
  readBody,
} from './githubHttp';
import { readPullGit, toWholePullRequest } from './githubPullRequests';
import {
  GithubState,
  PullRequestDocument,
  RepositoryDocument,
} from './githubState';

const createSchema = z.object({
  title: z.string(),
  head: z.string(),
  base: z.string(),
  body: z.string().nullish(),
  draft: z.boolean().optional(),
});

const updateSchema = z.object({
  title: z.string().optional(),
  body: z.string().nullish(),
  state: z.enum(['open', 'closed']).optional(),
});

const mergeSchema = z.object({ commit_title: z.string().optional() });

const invalid = (fault: object) =>
  new GithubProblem(422, 'Validation Failed', [
    { resource: 'PullRequest', ...fault },
  ]);

/** The next number: issues and pull requests share them. */
export function nextNumber(repository: RepositoryDocument): number {
  const taken = [...repository.pullRequests, ...(repository.issues ?? [])];
  return Math.max(0, ...taken.map(({ number }) => number)) + 1;
}

/** Saves a changed pull request, beside those that others opened while git worked. */
export function savePull(
  state: GithubState,
  { owner, name }: RepositoryDocument,
  pull: PullRequestDocument,
): PullRequestDocument {
  const current = state.find(owner, name);
  if (!current) throw notFound();
  const changed = { ...pull, updatedAt: state.now() };
  state.save({
    ...current,
    pullRequests: [
      ...current.pullRequests.filter(({ number }) => number !== pull.number),
      changed,
    ],
  });
  return changed;
}

/** As GitHub does when a branch goes: its open pull requests are closed. */
export function closePullsOf(
  state: GithubState,
  { owner, name }: RepositoryDocument,
  branch: string,
): void {
  const current = state.find(owner, name);
  if (!current) throw notFound();
  const now = state.now();
  state.save({
    ...current,
    pullRequests: current.pullRequests.map(pull =>
      pull.head === branch && pull.state === 'open'
        ? { ...pull, state: 'closed', closedAt: now, updatedAt: now }
        : pull,
    ),
  });
}

/** Opening, changing and merging pull requests. */
export function addPullRequestChangeRoutes(
  router: Router,
  state: GithubState,
): void {
  const findPull = (request: Request, response: Response) => {
    const repository = findRepository(state, request, response);
    const pull = repository.pullRequests.find(
      ({ number }) => String(number) === request.params.number,
    );
    if (!pull) throw notFound();
    return { repository, pull };
  };
  const answer = async (
    repository: RepositoryDocument,
    pull: PullRequestDocument,
  ) =>
    toWholePullRequest(
      state,
      repository,
      pull,
      await readPullGit(state, repository),
    );

  router.post(
    '/repos/:owner/:repo/pulls',
    handle(async (request, response) => {
      const git = state.git(findRepository(state, request, response));
      const {
        title,
        body,
        base,
        draft = false,
        ...wish
      } = readBody(createSchema, request);
      const head = wish.head.replace(/^[^:]+:/, '');
      const [headSha, baseSha] = await Promise.all(
        [head, base].map(branch => git.resolve(`refs/heads/${branch}`)),
      );
      if (!headSha) throw invalid({ field: 'head', code: 'invalid' });
      if (!baseSha) throw invalid({ field: 'base', code: 'invalid' });
      const commits = await git.count(`${baseSha}..${headSha}`);
      // After git was asked: others may have opened one meanwhile.
      const repository = findRepository(state, request, response);
      const isOpen = ({ state: one, ...pull }: PullRequestDocument) =>
        one === 'open' && pull.head === head && pull.base === base;
      if (repository.pullRequests.some(isOpen)) {
        throw invalid({
          code: 'custom',
          message: `A pull request already exists for ${repository.owner}:${head}.`,
        });
      }
      if (commits === 0) {
        throw invalid({
          code: 'custom',
          message: `No commits between ${base} and ${head}`,
        });
      }
      const number = nextNumber(repository);
      const pull = savePull(state, repository, {
        id: repository.id * 100_000 + number,
        number,
        title,
        body: body ?? undefined,
        state: 'open',
        draft,
        author: githubTokenLogin,
        head,
        base,
        createdAt: state.now(),
        updatedAt: state.now(),
      });
      response.status(201).json(await answer(repository, pull));
    }),
  );

  router.patch(
    '/repos/:owner/:repo/pulls/:number',
    handle(async (request, response) => {
      const { repository, pull } = findPull(request, response);
      const body = readBody(updateSchema, request);
      if (body.state === 'open' && pull.mergedAt) {
        throw invalid({ code: 'invalid', field: 'state' });
      }
      const changed = savePull(state, repository, {
        ...pull,
        title: body.title ?? pull.title,
        body: body.body === undefined ? pull.body : body.body ?? undefined,
        state: body.state ?? pull.state,
        closedAt:
          body.state === 'closed'
            ? pull.closedAt ?? state.now()
            : (body.state !== 'open' && pull.closedAt) || undefined,
      });
      response.json(await answer(repository, changed));
    }),
  );

  router.put(
    '/repos/:owner/:repo/pulls/:number/merge',
    handle(async (request, response) => {
      const { repository, pull } = findPull(request, response);
      const git = state.git(repository);
      const [base, head] = await Promise.all(
        [pull.base, pull.head].map(name => git.resolve(`refs/heads/${name}`)),
      );
      const isMergeable = pull.state === 'open' && base && head;
      const tree = isMergeable
        ? await mergeTrees(git.directory, base, head)
        : undefined;
      if (!isMergeable || !tree) {
        throw new GithubProblem(405, 'Pull Request is not mergeable');
      }
      const title =
        readBody(mergeSchema, request).commit_title ??
        `Merge pull request #${pull.number} from ${repository.owner}/${pull.head}`;
      const sha = await writeCommit(git.directory, {
        tree,
        parents: [base, head],
        message: `${title}\n\n${pull.title}`,
        author: {
          name: githubTokenLogin,
          email: `${githubTokenLogin}@users.noreply.github.com`,
        },
      });
      await git.updateRef(`refs/heads/${pull.base}`, sha);
      if (repository.settings.delete_branch_on_merge) {
        await git.deleteRef(`refs/heads/${pull.head}`);
      }
      savePull(state, repository, {
        ...pull,
        state: 'closed',
        closedAt: state.now(),
        mergedAt: state.now(),
      });
      state.pushed(repository);
      response.json({
        sha,
        merged: true,
        message: 'Pull Request successfully merged',
      });
    }),
  );
}
