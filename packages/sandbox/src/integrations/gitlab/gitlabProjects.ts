import { Request, Router } from 'express';
import { rm } from 'fs/promises';
import {
  findProject,
  handle,
  notFound,
  paginate,
  readBody,
  readQuery,
  requireToken,
} from './gitlabHttp';
import { toGroup, toNamespace, toProject } from './gitlabMappers';
import { GitlabMirrors } from './gitlabMirrors';
import {
  applyProjectBody,
  createProject,
  invalid,
  projectSchema,
} from './gitlabProjectCreation';
import { GitlabState, group } from './gitlabState';

/** The group and its projects. */
export function addProjectRoutes(
  router: Router,
  state: GitlabState,
  mirrors: GitlabMirrors,
): void {
  const requireGroup = (request: Request) => {
    const id = request.params.id.toLowerCase();
    if (id !== String(group.id) && id !== group.path.toLowerCase()) {
      throw notFound('Group');
    }
  };

  const listProjects = handle(async (request, response) => {
    const search = readQuery(request, 'search')?.toLowerCase();
    const visibility = readQuery(request, 'visibility');
    const projects = state.projects
      .list()
      .filter(
        item => item.visibility === 'public' || response.locals.authenticated,
      )
      .filter(item => !visibility || item.visibility === visibility)
      .filter(
        item =>
          !search ||
          [item.name, item.path, `${item.namespace}/${item.path}`].some(text =>
            text.toLowerCase().includes(search),
          ),
      )
      .sort((a, b) => b.id - a.id);
    const page = paginate(state, request, response, projects);
    response.json(await Promise.all(page.map(item => toProject(state, item))));
  });

  router.get(
    '/groups',
    handle(async (request, response) => {
      response.json(paginate(state, request, response, [toGroup(state)]));
    }),
  );
  router.get(
    '/groups/:id',
    handle(async (request, response) => {
      requireGroup(request);
      response.json(toGroup(state));
    }),
  );
  router.get(
    '/namespaces/:id',
    handle(async (request, response) => {
      requireToken(response);
      requireGroup(request);
      response.json(toNamespace(state));
    }),
  );
  router.get(
    '/groups/:id/projects',
    (request, _response, next) => {
      requireGroup(request);
      next();
    },
    listProjects,
  );
  router.get('/projects', listProjects);

  router.post(
    '/projects',
    handle(async (request, response) => {
      const project = await createProject(state, mirrors, request);
      response.status(201).json(await toProject(state, project));
    }),
  );

  router
    .route('/projects/:id')
    .get(
      handle(async (request, response) => {
        const project = findProject(state, request, response);
        response.json(await toProject(state, project));
      }),
    )
    .put(
      handle(async (request, response) => {
        const project = findProject(state, request, response);
        const body = readBody(projectSchema, request);
        const git = state.git(project);
        if (body.default_branch !== undefined) {
          if (!(await git.resolve(`refs/heads/${body.default_branch}`))) {
            throw invalid({
              base: [
                `Could not set the default branch. Do you have a branch named '${body.default_branch}' in your repository?`,
              ],
            });
          }
          await git.setDefaultBranch(body.default_branch);
        }
        // After git was asked: it may have been changed or removed meanwhile.
        const current = findProject(state, request, response);
        const saved = state.save(applyProjectBody(current, body));
        const isNewSource =
          saved.mirror && saved.importUrl !== project.importUrl;
        if (isNewSource || (saved.mirror && !project.mirror)) {
          mirrors
            .fetch(saved.id)
            .catch(error => state.context.log(`gitlab: mirror: ${error}`));
        }
        response.json(await toProject(state, saved));
      }),
    )
    .delete(
      handle(async (request, response) => {
        const project = findProject(state, request, response);
        state.projects.delete(String(project.id));
        await rm(state.directory(project), {
          recursive: true,
          force: true,
          // A mirror may be writing into it.
          maxRetries: 5,
        });
        response.status(202).json({ message: '202 Accepted' });
      }),
    );
}
