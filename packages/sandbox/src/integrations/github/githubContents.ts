import { Router } from 'express';
import { z } from 'zod/v4';
import { commitFile } from '../../git/commitFile';
import { GitTreeEntry } from '../../git/GitRepository';
import {
  findRepository,
  githubTokenLogin,
  GithubProblem,
  handle,
  notFound,
  readBody,
} from './githubHttp';
import { toCommit } from './githubMappers';
import { GithubState, RepositoryDocument } from './githubState';

const writeSchema = z.object({
  message: z.string(),
  content: z.string().optional(),
  sha: z.string().optional(),
  branch: z.string().optional(),
  committer: z.object({ name: z.string(), email: z.string() }).optional(),
});

/** One file or folder, in the words of the contents API. */
function toContent(
  state: GithubState,
  repository: RepositoryDocument,
  ref: string,
  entry: GitTreeEntry,
): Record<string, unknown> {
  const fullName = `${repository.owner}/${repository.name}`;
  const api = `${state.apiUrl}/repos/${fullName}`;
  const html = state.context.urls.github;
  const isFile = entry.type === 'blob';
  const url = `${api}/contents/${entry.path}?ref=${ref}`;
  const gitUrl = `${api}/git/${isFile ? 'blobs' : 'trees'}/${entry.sha}`;
  const htmlUrl = `${html}/${fullName}/${isFile ? 'blob' : 'tree'}/${ref}/${
    entry.path
  }`;
  return {
    name: entry.path.split('/').pop(),
    path: entry.path,
    sha: entry.sha,
    size: entry.size ?? 0,
    url,
    html_url: htmlUrl,
    git_url: gitUrl,
    download_url: isFile
      ? `${html}/raw/${fullName}/${ref}/${entry.path}`
      : null,
    type: { blob: 'file', tree: 'dir', commit: 'submodule' }[entry.type],
    _links: { self: url, git: gitUrl, html: htmlUrl },
  };
}

/** Files, trees, blobs and archives. */
export function addContentRoutes(router: Router, state: GithubState): void {
  router.get(
    '/repos/:owner/:repo/contents/:path(.*)',
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      const git = state.git(repository);
      const path = request.params.path.replace(/^\/+|\/+$/g, '');
      const ref = String(request.query.ref ?? (await git.defaultBranch()));
      const commit = await git.resolve(ref);
      if (!commit) {
        throw new GithubProblem(
          404,
          (await git.branches()).length > 0
            ? `No commit found for the ref ${ref}`
            : 'This repository is empty.',
        );
      }
      const entry = await git.entry(commit, path);
      if (!entry) throw notFound();
      if (entry.type === 'tree') {
        const entries = await git.list(commit, path);
        response.json(
          entries.map(item => toContent(state, repository, ref, item)),
        );
        return;
      }
      const content = await git.blob(entry.sha);
      response.set('etag', `"${entry.sha}"`);
      if (/[.+]raw\b/.test(request.headers.accept ?? '')) {
        response.type('application/vnd.github.v3.raw').send(content);
        return;
      }
      response.json({
        ...toContent(state, repository, ref, entry),
        content: `${content.toString('base64').replace(/(.{60})/g, '$1\n')}\n`,
        encoding: 'base64',
      });
    }),
  );

  const write = (remove: boolean) =>
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      const git = state.git(repository);
      const body = readBody(writeSchema, request);
      const branch = body.branch ?? (await git.defaultBranch());
      const parent = await git.resolve(`refs/heads/${branch}`);
      const { path } = request.params;
      const before = parent ? await git.entry(parent, path) : undefined;
      if (remove && !before) throw notFound();
      if (before && !body.sha) {
        throw new GithubProblem(
          422,
          `Invalid request.\n\n"sha" wasn't supplied.`,
        );
      }
      if (before && before.sha !== body.sha) {
        throw new GithubProblem(409, `${path} does not match ${body.sha}`);
      }
      const sha = await commitFile(git, {
        branch,
        path,
        content: remove ? undefined : Buffer.from(body.content ?? '', 'base64'),
        message: body.message,
        committer: body.committer ?? {
          name: githubTokenLogin,
          email: `${githubTokenLogin}@users.noreply.github.com`,
        },
      });
      await git.repairDefaultBranch();
      state.pushed(repository);
      const entry = await git.entry(sha, path);
      const [commit] = await git.commits({ revision: sha, limit: 1 });
      response.status(before ? 200 : 201).json({
        content: entry ? toContent(state, repository, branch, entry) : null,
        commit: { ...toCommit(state, repository, commit), ...commit },
      });
    });
  router.put('/repos/:owner/:repo/contents/:path(.+)', write(false));
  router.delete('/repos/:owner/:repo/contents/:path(.+)', write(true));

  router.get(
    '/repos/:owner/:repo/readme',
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      const git = state.git(repository);
      const ref = String(request.query.ref ?? (await git.defaultBranch()));
      const commit = await git.resolve(ref);
      const entry = commit && (await git.entry(commit, 'README.md'));
      if (!entry) throw notFound();
      const content = await git.blob(entry.sha);
      response.json({
        ...toContent(state, repository, ref, entry),
        content: content.toString('base64'),
        encoding: 'base64',
      });
    }),
  );

  router.get(
    '/repos/:owner/:repo/git/trees/:sha(.+)',
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      const git = state.git(repository);
      const root = await git.entry(request.params.sha, '');
      if (!root) throw notFound();
      const api = `${state.apiUrl}/repos/${repository.owner}/${repository.name}`;
      const recursive = Boolean(request.query.recursive);
      const tree = await git.list(root.sha, '', { recursive });
      response.json({
        sha: root.sha,
        url: `${api}/git/trees/${root.sha}`,
        tree: tree.map(entry => ({
          ...entry,
          url: `${api}/git/${entry.type === 'blob' ? 'blobs' : 'trees'}/${
            entry.sha
          }`,
        })),
        truncated: false,
      });
    }),
  );

  router.get(
    '/repos/:owner/:repo/git/blobs/:sha([0-9a-f]{40})',
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      const { sha } = request.params;
      const content = await state
        .git(repository)
        .blob(sha)
        .catch(() => {
          throw notFound();
        });
      response.json({
        sha,
        node_id: Buffer.from(`B_${sha}`).toString('base64'),
        size: content.length,
        url: `${state.apiUrl}/repos/${repository.owner}/${repository.name}/git/blobs/${sha}`,
        content: content.toString('base64'),
        encoding: 'base64',
      });
    }),
  );

  router.get(
    '/repos/:owner/:repo/tarball/:ref(.*)',
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      const git = state.git(repository);
      const ref = request.params.ref || (await git.defaultBranch());
      const commit = await git.resolve(ref);
      if (!commit) throw notFound();
      const folder = `${repository.owner}-${repository.name}-${commit.slice(
        0,
        7,
      )}`;
      const archive = await git.archive(commit, folder);
      response
        .type('application/x-gzip')
        .set('content-disposition', `attachment; filename=${folder}.tar.gz`)
        .set('etag', `"${commit}"`)
        .send(archive);
    }),
  );
}
