import express, { Router } from 'express';
import { seedGitlab } from '../../fleet/seedGitlab';
import { recoverRepository } from '../../git/recoverRepository';
import { Facade, SandboxContext } from '../../kernel/Facade';
import { addDeploymentRoutes } from './gitlabDeployments';
import {
  createGitlabErrorHandler,
  gitlabGate,
  handle,
  notFound,
  requireToken,
} from './gitlabHttp';
import { toUser } from './gitlabMappers';
import { GitlabMirrors } from './gitlabMirrors';
import { addGitRoutes, addPageRoutes } from './gitlabPages';
import { addPipelineRoutes } from './gitlabPipelineRoutes';
import { GitlabPipelines } from './gitlabPipelines';
import { addProjectRoutes } from './gitlabProjects';
import { addPullMirrorRoutes } from './gitlabPullMirrors';
import { addRepositoryRoutes } from './gitlabRepository';
import { GitlabState } from './gitlabState';
import { addVariableRoutes } from './gitlabVariables';

const version = { version: '16.11.0-ee', revision: 'f6d6e1b1c4f' };

function addInstanceRoutes(router: Router, state: GitlabState): void {
  router.get(
    ['/version', '/metadata'],
    handle(async (_request, response) => {
      requireToken(response);
      response.json({ ...version, enterprise: true });
    }),
  );
  router.get(
    '/user',
    handle(async (_request, response) => {
      requireToken(response);
      response.json(toUser(state));
    }),
  );
}

/**
 * A self-managed GitLab Premium on loopback: REST under `/api/v4` as
 * https://docs.gitlab.com/api/rest/ has it, git and small pages under `/<group>/<project>`. Its
 * mirrors really fetch from GitHub, and its pipelines deploy to the clusters.
 */
export function createGitlabFacade(context: SandboxContext): Facade {
  const state = new GitlabState(context);
  const pipelines = new GitlabPipelines(state);
  const mirrors = new GitlabMirrors(state, (project, changes, isFirst) =>
    pipelines.onChanged(project, changes, isFirst),
  );
  const api = Router();
  api.use(gitlabGate);
  api.use(
    express.json({ limit: '20mb' }),
    express.urlencoded({ extended: true }),
  );
  addInstanceRoutes(api, state);
  addProjectRoutes(api, state, mirrors);
  addPullMirrorRoutes(api, state, mirrors);
  addRepositoryRoutes(api, state);
  addPipelineRoutes(api, state, pipelines);
  addDeploymentRoutes(api, state);
  addVariableRoutes(api, state);
  api.use(() => {
    throw notFound();
  });

  const web = Router();
  addGitRoutes(web, state, mirrors);
  addPageRoutes(web, state);
  const app = express();
  app.disable('x-powered-by');
  app.use('/api/v4', api);
  app.use(web);
  app.use(createGitlabErrorHandler(context.log));

  return {
    id: 'gitlab',
    app,
    async start() {
      await seedGitlab(state);
      for (const project of state.projects.list()) {
        await recoverRepository(state.directory(project));
      }
      mirrors.start();
      pipelines.start();
    },
    async stop() {
      await mirrors.stop();
      await pipelines.stop();
    },
  };
}
