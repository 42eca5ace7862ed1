import express, { Router } from 'express';
import { seedGithub } from '../../fleet/seedGithub';
import { recoverRepository } from '../../git/recoverRepository';
import { Facade, SandboxContext } from '../../kernel/Facade';
import { addBranchRoutes } from './githubBranches';
import { addCommitRoutes } from './githubCommits';
import { addContentRoutes } from './githubContents';
import {
  createGithubErrorHandler,
  createGithubGate,
  githubTokenLogin,
  GithubProblem,
  handle,
  notFound,
} from './githubHttp';
import { toOrganization, toUser } from './githubMappers';
import { addGitRoutes, addPageRoutes } from './githubPages';
import { addGitObjectRoutes } from './githubGitObjects';
import { addPullRequestChangeRoutes } from './githubPullRequestChanges';
import { addPullRequestRoutes } from './githubPullRequests';
import { addIssueRoutes } from './githubIssues';
import { addReferenceRoutes } from './githubReferences';
import { addReleaseRoutes } from './githubReleases';
import { addRepositoryRoutes } from './githubRepositories';
import { GithubState, organization } from './githubState';
import { addSecretRoutes } from './githubSecrets';
import { addTeamRoutes } from './githubTeams';

function addAccountRoutes(router: Router, state: GithubState): void {
  router.get('/user', (_request, response) => {
    if (!response.locals.authenticated) {
      throw new GithubProblem(401, 'Requires authentication');
    }
    response.json(toUser(state, githubTokenLogin));
  });
  router.get('/users/:login', (request, response) => {
    response.json(toUser(state, request.params.login));
  });
  router.get(
    '/orgs/:org',
    handle(async (request, response) => {
      if (request.params.org.toLowerCase() !== organization.toLowerCase()) {
        throw notFound();
      }
      response.json(toOrganization(state));
    }),
  );
  router.get('/rate_limit', (_request, response) => {
    const core = {
      limit: Number(response.get('x-ratelimit-limit')),
      remaining: Number(response.get('x-ratelimit-remaining')),
      used: Number(response.get('x-ratelimit-used')),
      reset: Number(response.get('x-ratelimit-reset')),
    };
    response.json({ resources: { core, search: core }, rate: core });
  });
  router.get('/meta', (_request, response) => {
    response.json({
      verifiable_password_authentication: true,
      installed_version: '3.14.0',
    });
  });
}

/**
 * GitHub Enterprise Server on loopback: REST under `/api/v3` as
 * https://docs.github.com/rest has it, git and small pages under `/<org>/<repo>`.
 */
export function createGithubFacade(context: SandboxContext): Facade {
  const state = new GithubState(context);
  const api = Router();
  api.use(createGithubGate(context.now));
  api.use(express.json({ limit: '20mb' }));
  addAccountRoutes(api, state);
  addRepositoryRoutes(api, state);
  addBranchRoutes(api, state);
  addContentRoutes(api, state);
  addReferenceRoutes(api, state);
  addCommitRoutes(api, state);
  addTeamRoutes(api, state);
  addSecretRoutes(api, state);
  addGitObjectRoutes(api, state);
  addPullRequestRoutes(api, state);
  addPullRequestChangeRoutes(api, state);
  addReleaseRoutes(api, state);
  addIssueRoutes(api, state);
  api.use(() => {
    throw notFound();
  });

  const app = express();
  app.disable('x-powered-by');
  const web = Router();
  addGitRoutes(web, state);
  addPageRoutes(web, state);
  app.use('/api/v3', api);
  app.use(web);
  app.use(createGithubErrorHandler(context.log));

  return {
    id: 'github',
    app,
    async start() {
      await seedGithub(state);
      for (const { owner, name } of state.repositories.list()) {
        await recoverRepository(state.directory(owner, name));
      }
    },
  };
}
