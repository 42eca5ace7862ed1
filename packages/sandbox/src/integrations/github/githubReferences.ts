import { Router } from 'express';
import { z } from 'zod/v4';
import {
  findRepository,
  GithubProblem,
  handle,
  notFound,
  readBody,
} from './githubHttp';
import { closePullsOf } from './githubPullRequestChanges';
import { GithubState, RepositoryDocument } from './githubState';

const createRefSchema = z.object({ ref: z.string(), sha: z.string() });
const updateRefSchema = z.object({
  sha: z.string(),
  force: z.boolean().optional(),
});

/** References: branches and tags by their full names. */
export function addReferenceRoutes(router: Router, state: GithubState): void {
  const toRef = (repository: RepositoryDocument, ref: string, sha: string) => {
    const api = `${state.apiUrl}/repos/${repository.owner}/${repository.name}`;
    return {
      ref,
      node_id: Buffer.from(`REF_${ref}`).toString('base64'),
      url: `${api}/git/${ref}`,
      object: { sha, type: 'commit', url: `${api}/git/commits/${sha}` },
    };
  };

  const listRefs = async (repository: RepositoryDocument) => {
    const git = state.git(repository);
    return [
      ...(await git.branches()).map(({ name, sha }) =>
        toRef(repository, `refs/heads/${name}`, sha),
      ),
      ...(await git.tags()).map(({ name, sha }) =>
        toRef(repository, `refs/tags/${name}`, sha),
      ),
    ];
  };

  router.get(
    '/repos/:owner/:repo/git/matching-refs/:ref(.*)',
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      const prefix = `refs/${request.params.ref}`;
      const refs = await listRefs(repository);
      response.json(refs.filter(({ ref }) => ref.startsWith(prefix)));
    }),
  );

  router.get(
    ['ref', 'refs'].map(word => `/repos/:owner/:repo/git/${word}/:ref(.+)`),
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      const wanted = `refs/${request.params.ref}`;
      const refs = await listRefs(repository);
      const found = refs.find(({ ref }) => ref === wanted);
      if (!found) throw notFound();
      response.json(found);
    }),
  );

  router.post(
    '/repos/:owner/:repo/git/refs',
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      const git = state.git(repository);
      const body = readBody(createRefSchema, request);
      if (!/^refs\/(heads|tags)\/[\w./+-]+$/.test(body.ref)) {
        throw new GithubProblem(422, 'Reference name is not valid');
      }
      if (await git.resolve(body.ref)) {
        throw new GithubProblem(422, 'Reference already exists');
      }
      const sha = await git.resolve(body.sha);
      if (!sha) throw new GithubProblem(422, 'Object does not exist');
      await git.updateRef(body.ref, sha);
      state.pushed(repository);
      response.status(201).json(toRef(repository, body.ref, sha));
    }),
  );

  router
    .route('/repos/:owner/:repo/git/refs/:ref(.+)')
    .patch(
      handle(async (request, response) => {
        const repository = findRepository(state, request, response);
        const git = state.git(repository);
        const ref = `refs/${request.params.ref}`;
        const body = readBody(updateRefSchema, request);
        const [before, sha] = await Promise.all([
          git.resolve(ref),
          git.resolve(body.sha),
        ]);
        if (!before) throw new GithubProblem(422, 'Reference does not exist');
        if (!sha) throw new GithubProblem(422, 'Object does not exist');
        if (!body.force && !(await git.isAncestor(before, sha))) {
          throw new GithubProblem(422, 'Update is not a fast forward');
        }
        await git.updateRef(ref, sha);
        state.pushed(repository);
        response.json(toRef(repository, ref, sha));
      }),
    )
    .delete(
      handle(async (request, response) => {
        const repository = findRepository(state, request, response);
        const git = state.git(repository);
        const ref = `refs/${request.params.ref}`;
        if (!(await git.resolve(ref))) {
          throw new GithubProblem(422, 'Reference does not exist');
        }
        await git.deleteRef(ref);
        closePullsOf(state, repository, ref.replace(/^refs\/heads\//, ''));
        state.pushed(repository);
        response.status(204).end();
      }),
    );
}
