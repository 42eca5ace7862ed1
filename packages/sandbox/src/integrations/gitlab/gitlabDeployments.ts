import { Request, Response, Router } from 'express';
import {
  findProject,
  handle,
  notFound,
  paginate,
  readQuery,
} from './gitlabHttp';
import { toEnvironment, toUser } from './gitlabMappers';
import { toJob } from './gitlabPipelineMappers';
import { toPipelineState } from './gitlabPipelineState';
import {
  EnvironmentDocument,
  GitlabState,
  ProjectDocument,
} from './gitlabState';

/** A deploy job, seen from its environment. */
interface Deployment extends Record<string, unknown> {
  id: number;
  status: string;
  environmentName: string;
}

/** Environments, and the deploy jobs as their deployments. */
export function addDeploymentRoutes(router: Router, state: GitlabState): void {
  const environmentsOf = (project: ProjectDocument) =>
    state.environments
      .list()
      .filter(({ projectId }) => projectId === project.id)
      .sort((a, b) => a.id - b.id);

  const listDeployments = (project: ProjectDocument): Deployment[] => {
    const environments = new Map(
      environmentsOf(project).map(item => [item.name, item]),
    );
    return state.pipelinesOf(project.id).flatMap(pipeline => {
      const at = toPipelineState(pipeline, state.context.now());
      return at.jobs.flatMap(found => {
        const environment = environments.get(found.job.environment ?? '');
        if (!environment || found.startedAt === undefined) return [];
        const endedAt = found.finishedAt ?? found.startedAt;
        return [
          {
            id: found.job.id,
            iid: found.job.id,
            ref: pipeline.ref,
            sha: pipeline.sha,
            status: found.status,
            created_at: new Date(found.startedAt).toISOString(),
            updated_at: new Date(endedAt).toISOString(),
            user: toUser(state),
            environment: toEnvironment(environment),
            deployable: toJob(state, project, pipeline, at, found),
            environmentName: environment.name,
          },
        ];
      });
    });
  };

  const withoutName = ({ environmentName: _name, ...answer }: Deployment) =>
    answer;

  const withLastDeployment = (
    deployments: Deployment[],
    environment: EnvironmentDocument,
  ) => {
    const last = deployments.find(
      item =>
        item.environmentName === environment.name && item.status === 'success',
    );
    return {
      ...toEnvironment(environment),
      last_deployment: last ? withoutName(last) : null,
    };
  };

  const findEnvironment = (request: Request, response: Response) => {
    const project = findProject(state, request, response);
    const environment = environmentsOf(project).find(
      ({ id }) => String(id) === request.params.environment,
    );
    if (!environment) throw notFound('Environment');
    return { project, environment };
  };

  router.get(
    '/projects/:id/environments',
    handle(async (request, response) => {
      const project = findProject(state, request, response);
      const [name, search, wanted] = ['name', 'search', 'states'].map(key =>
        readQuery(request, key),
      );
      const environments = environmentsOf(project)
        .filter(item => !name || item.name === name)
        .filter(item => !search || item.name.includes(search))
        .filter(item => !wanted || item.state === wanted);
      const deployments = listDeployments(project);
      // The list has no last deployment; only an environment alone shows it. It costs nothing here
      // to give it as newer versions do.
      response.json(
        paginate(state, request, response, environments).map(item =>
          withLastDeployment(deployments, item),
        ),
      );
    }),
  );

  router.get(
    '/projects/:id/environments/:environment',
    handle(async (request, response) => {
      const { project, environment } = findEnvironment(request, response);
      response.json(withLastDeployment(listDeployments(project), environment));
    }),
  );

  router.post(
    '/projects/:id/environments/:environment/stop',
    handle(async (request, response) => {
      const { project, environment } = findEnvironment(request, response);
      const stopped = state.environments.put(
        `${project.id}:${environment.name}`,
        { ...environment, state: 'stopped', updatedAt: state.now() },
      );
      response.json(toEnvironment(stopped));
    }),
  );

  router.get(
    '/projects/:id/deployments',
    handle(async (request, response) => {
      const project = findProject(state, request, response);
      const environment = readQuery(request, 'environment');
      const status = readQuery(request, 'status');
      const deployments = listDeployments(project)
        .filter(item => !environment || item.environmentName === environment)
        .filter(item => !status || item.status === status);
      // Oldest first is GitLab's default here.
      if (readQuery(request, 'sort') !== 'desc') deployments.reverse();
      response.json(
        paginate(state, request, response, deployments).map(withoutName),
      );
    }),
  );

  router.get(
    '/projects/:id/deployments/:deployment',
    handle(async (request, response) => {
      const project = findProject(state, request, response);
      const found = listDeployments(project).find(
        ({ id }) => String(id) === request.params.deployment,
      );
      if (!found) throw notFound();
      response.json(withoutName(found));
    }),
  );
}
