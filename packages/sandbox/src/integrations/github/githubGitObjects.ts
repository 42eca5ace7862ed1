import { Router } from 'express';
import { z } from 'zod/v4';
import { writeBlob, writeCommit, writeTree } from '../../git/gitObjects';
import {
  findRepository,
  githubTokenLogin,
  GithubProblem,
  handle,
  notFound,
  readBody,
} from './githubHttp';
import { unsigned } from './githubMappers';
import { GithubState, RepositoryDocument } from './githubState';

const blobSchema = z.object({
  content: z.string(),
  encoding: z.enum(['utf-8', 'base64']).optional(),
});

const treeSchema = z.object({
  base_tree: z.string().optional(),
  tree: z.array(
    z.object({
      path: z.string(),
      mode: z.enum(['100644', '100755', '040000', '160000', '120000']),
      type: z.enum(['blob', 'tree', 'commit']).optional(),
      sha: z.string().nullish(),
      content: z.string().optional(),
    }),
  ),
});

const commitSchema = z.object({
  message: z.string(),
  tree: z.string(),
  parents: z.array(z.string()).optional(),
  author: z.object({ name: z.string(), email: z.string() }).optional(),
});

const robot = {
  name: githubTokenLogin,
  email: `${githubTokenLogin}@users.noreply.github.com`,
};

/** Blobs, trees and commits that are written before a branch points to them. */
export function addGitObjectRoutes(router: Router, state: GithubState): void {
  const toCommit = async (repository: RepositoryDocument, sha: string) => {
    const git = state.git(repository);
    const [[commit], tree] = await Promise.all([
      git.commits({ revision: sha, limit: 1 }),
      git.entry(sha, ''),
    ]);
    const fullName = `${repository.owner}/${repository.name}`;
    const api = `${state.apiUrl}/repos/${fullName}/git`;
    const html = `${state.context.urls.github}/${fullName}`;
    return {
      sha,
      node_id: Buffer.from(`C_${sha}`).toString('base64'),
      url: `${api}/commits/${sha}`,
      html_url: `${html}/commit/${sha}`,
      author: commit.author,
      committer: commit.committer,
      tree: { sha: tree?.sha, url: `${api}/trees/${tree?.sha}` },
      message: commit.message,
      parents: commit.parents.map(parent => ({
        sha: parent,
        url: `${api}/commits/${parent}`,
        html_url: `${html}/commit/${parent}`,
      })),
      verification: unsigned,
    };
  };

  router.post(
    '/repos/:owner/:repo/git/blobs',
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      const { content, encoding } = readBody(blobSchema, request);
      const sha = await writeBlob(
        state.git(repository).directory,
        Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8'),
      );
      const url = `${state.apiUrl}/repos/${repository.owner}/${repository.name}/git/blobs/${sha}`;
      response.status(201).json({ sha, url });
    }),
  );

  router.post(
    '/repos/:owner/:repo/git/trees',
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      const git = state.git(repository);
      const { base_tree: base, tree } = readBody(treeSchema, request);
      const changes = await Promise.all(
        tree.map(async ({ path, mode, sha, content }) => ({
          path,
          mode,
          sha:
            content === undefined
              ? sha ?? null
              : await writeBlob(git.directory, Buffer.from(content)),
        })),
      );
      if (base && !(await git.entry(base, ''))) throw notFound();
      const sha = await writeTree(git.directory, base, changes).catch(() => {
        throw new GithubProblem(422, 'tree.sha is not a valid object');
      });
      const entries = await git.list(sha);
      const api = `${state.apiUrl}/repos/${repository.owner}/${repository.name}/git`;
      response.status(201).json({
        sha,
        url: `${api}/trees/${sha}`,
        tree: entries,
        truncated: false,
      });
    }),
  );

  router.post(
    '/repos/:owner/:repo/git/commits',
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      const { directory } = state.git(repository);
      const body = readBody(commitSchema, request);
      const sha = await writeCommit(directory, {
        tree: body.tree,
        parents: body.parents ?? [],
        message: body.message,
        author: body.author ?? robot,
      }).catch(() => {
        throw new GithubProblem(422, 'Tree SHA does not exist');
      });
      response.status(201).json(await toCommit(repository, sha));
    }),
  );

  router.get(
    '/repos/:owner/:repo/git/commits/:sha([0-9a-f]{40})',
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      const { sha } = request.params;
      if (!(await state.git(repository).resolve(sha))) throw notFound();
      response.json(await toCommit(repository, sha));
    }),
  );
}
