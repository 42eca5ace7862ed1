import { Request, Router } from 'express';
import {
  findProject,
  GitlabProblem,
  handle,
  notFound,
  paginate,
  readQuery,
} from './gitlabHttp';
import { toCommit } from './gitlabMappers';
import { GitlabState, ProjectDocument } from './gitlabState';

/** Branches, tags, commits, files and archives, from git itself. */
export function addRepositoryRoutes(router: Router, state: GitlabState): void {
  const webOf = ({ namespace, path }: ProjectDocument) =>
    `${state.url}/${namespace}/${path}`;

  const resolve = async (
    project: ProjectDocument,
    revision: string | undefined,
    what: string,
  ) => {
    const git = state.git(project);
    const sha = await git.resolve(revision ?? (await git.defaultBranch()));
    if (!sha) throw notFound(what);
    return sha;
  };

  const readCommit = async (project: ProjectDocument, sha: string) => {
    const [commit] = await state
      .git(project)
      .commits({ revision: sha, limit: 1 });
    return toCommit(state, project, commit);
  };

  const listBranches = async (project: ProjectDocument) => {
    const git = state.git(project);
    const defaultBranch = await git.defaultBranch();
    return (await git.branches()).map(({ name, sha }) => ({
      name,
      sha,
      merged: false,
      protected: name === defaultBranch,
      developers_can_push: false,
      developers_can_merge: false,
      can_push: true,
      default: name === defaultBranch,
      web_url: `${webOf(project)}/-/tree/${name}`,
    }));
  };

  const withCommit = async <T extends { sha: string }>(
    project: ProjectDocument,
    { sha, ...item }: T,
  ) => ({ ...item, commit: await readCommit(project, sha) });

  router.get(
    '/projects/:id/repository/branches',
    handle(async (request, response) => {
      const project = findProject(state, request, response);
      const search = readQuery(request, 'search');
      const branches = (await listBranches(project)).filter(
        ({ name }) => !search || name.includes(search.replace(/^\^|\$$/g, '')),
      );
      const page = paginate(state, request, response, branches);
      response.json(
        await Promise.all(page.map(branch => withCommit(project, branch))),
      );
    }),
  );

  router.get(
    '/projects/:id/repository/branches/:branch',
    handle(async (request, response) => {
      const project = findProject(state, request, response);
      const branches = await listBranches(project);
      const branch = branches.find(item => item.name === request.params.branch);
      if (!branch) throw notFound('Branch');
      response.json(await withCommit(project, branch));
    }),
  );

  router.get(
    '/projects/:id/repository/tags',
    handle(async (request, response) => {
      const project = findProject(state, request, response);
      const search = readQuery(request, 'search')?.replace(/^\^|\$$/g, '');
      const tags = (await state.git(project).tags())
        .filter(({ name }) => !search || name.includes(search))
        .reverse();
      const page = paginate(state, request, response, tags);
      response.json(
        await Promise.all(
          page.map(async tag => ({
            message: '',
            target: tag.sha,
            release: null,
            protected: false,
            ...(await withCommit(project, tag)),
          })),
        ),
      );
    }),
  );

  router.get(
    '/projects/:id/repository/commits',
    handle(async (request, response) => {
      const project = findProject(state, request, response);
      const git = state.git(project);
      const revision = await git.resolve(
        readQuery(request, 'ref_name') ?? (await git.defaultBranch()),
      );
      // An empty repository has no commits; a ref that is not there is 404.
      if (!revision && readQuery(request, 'ref_name')) throw notFound();
      const commits = revision
        ? await git.commits({
            revision,
            path: readQuery(request, 'path'),
            since: readQuery(request, 'since'),
            until: readQuery(request, 'until'),
            limit: 2000,
          })
        : [];
      const page = paginate(state, request, response, commits);
      response.json(page.map(commit => toCommit(state, project, commit)));
    }),
  );

  router.get(
    '/projects/:id/repository/commits/:sha',
    handle(async (request, response) => {
      const project = findProject(state, request, response);
      const sha = await resolve(project, request.params.sha, 'Commit');
      const [last] = state
        .pipelinesOf(project.id)
        .filter(pipeline => pipeline.sha === sha);
      response.json({
        ...(await readCommit(project, sha)),
        project_id: project.id,
        last_pipeline: last
          ? { id: last.id, sha: last.sha, ref: last.ref }
          : null,
      });
    }),
  );

  router.get(
    '/projects/:id/repository/compare',
    handle(async (request, response) => {
      const project = findProject(state, request, response);
      const git = state.git(project);
      const from = await resolve(project, readQuery(request, 'from'), 'Ref');
      const to = await resolve(project, readQuery(request, 'to'), 'Ref');
      const commits = await git.commits({
        revision: `${from}..${to}`,
        limit: 250,
      });
      const mapped = commits
        .reverse()
        .map(item => toCommit(state, project, item));
      response.json({
        commit: mapped[mapped.length - 1] ?? null,
        commits: mapped,
        diffs: [],
        compare_timeout: false,
        compare_same_ref: from === to,
        web_url: `${webOf(project)}/-/compare/${from}...${to}`,
      });
    }),
  );

  router.get(
    '/projects/:id/repository/tree',
    handle(async (request, response) => {
      const project = findProject(state, request, response);
      const sha = await resolve(project, readQuery(request, 'ref'), 'Tree');
      const entries = await state
        .git(project)
        .list(sha, readQuery(request, 'path') ?? '', {
          recursive: readQuery(request, 'recursive') === 'true',
        });
      response.json(
        paginate(
          state,
          request,
          response,
          entries.map(entry => ({
            id: entry.sha,
            name: entry.path.split('/').pop(),
            type: entry.type,
            path: entry.path,
            mode: entry.mode,
          })),
        ),
      );
    }),
  );

  const readFile = async (request: Request, project: ProjectDocument) => {
    const ref = readQuery(request, 'ref');
    if (!ref) throw new GitlabProblem(400, { error: 'ref is missing' });
    const sha = await resolve(project, ref, 'Commit');
    const git = state.git(project);
    const entry = await git.entry(sha, request.params.path);
    if (entry?.type !== 'blob') throw notFound('File');
    return { ref, sha, entry, content: await git.blob(entry.sha) };
  };

  router.get(
    '/projects/:id/repository/files/:path/raw',
    handle(async (request, response) => {
      const project = findProject(state, request, response);
      request.query.ref ??= await state.git(project).defaultBranch();
      const { content, entry } = await readFile(request, project);
      response.type('text/plain').set('etag', `W/"${entry.sha}"`).send(content);
    }),
  );

  router.get(
    '/projects/:id/repository/files/:path',
    handle(async (request, response) => {
      const project = findProject(state, request, response);
      const { ref, sha, entry, content } = await readFile(request, project);
      response.json({
        file_name: entry.path.split('/').pop(),
        file_path: entry.path,
        size: content.length,
        encoding: 'base64',
        content: content.toString('base64'),
        ref,
        blob_id: entry.sha,
        commit_id: sha,
        last_commit_id: sha,
        execute_filemode: false,
      });
    }),
  );

  router.get(
    [
      '/projects/:id/repository/archive',
      '/projects/:id/repository/archive.tar.gz',
    ],
    handle(async (request, response) => {
      const project = findProject(state, request, response);
      const sha = await resolve(project, readQuery(request, 'sha'), 'File');
      const folder = `${project.path}-${sha}`;
      response
        .type('application/octet-stream')
        .set('content-disposition', `attachment; filename="${folder}.tar.gz"`)
        .send(await state.git(project).archive(sha, folder));
    }),
  );
}
