import {
  Branches,
  Deployments,
  Environments,
  Jobs,
  Pipelines,
  Projects,
} from '@gitbeaker/rest';
import { GitlabApi } from '../../scm';
import { absentFor } from '../../upstream';
import {
  GitlabBranch,
  GitlabBranches,
  GitlabDeployments,
  GitlabEnvironments,
  GitlabJobs,
  GitlabPipelines,
  GitlabProject,
} from './schema';

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * Reads projects of GitLab. A project is named by its full path. Every method throws `UpstreamError`.
 *
 * @see https://docs.gitlab.com/api/rest/
 *
 * @public
 */
export class GitlabClient {
  readonly #api: GitlabApi;

  /** Makes a client of one GitLab. */
  static create(api: GitlabApi): GitlabClient {
    return new GitlabClient(api);
  }

  private constructor(api: GitlabApi) {
    this.#api = api;
  }

  /** Reads a project. */
  async getProject(
    project: string,
    { signal }: CallOptions,
  ): Promise<GitlabProject> {
    return this.#api.call(
      { name: 'read project', signal },
      GitlabProject,
      options => new Projects(options).show(project),
    );
  }

  /** Pipelines of any branch and tag, newest first; of one ref, or of tags, where asked. */
  async listPipelines(
    project: string,
    query: { ref?: string; scope?: 'tags'; perPage: number },
    { signal }: CallOptions,
  ) {
    return this.#api.call(
      { name: 'list pipelines', signal },
      GitlabPipelines,
      options =>
        new Pipelines(options).all(project, {
          ...query,
          orderBy: 'id',
          sort: 'desc',
          maxPages: 1,
        }),
    );
  }

  /** Jobs of a pipeline, without those that were tried again, 100 at most. */
  async listPipelineJobs(
    project: string,
    pipelineId: number,
    { signal }: CallOptions,
  ) {
    return this.#api.call({ name: 'list jobs', signal }, GitlabJobs, options =>
      new Jobs(options).all(project, { pipelineId, perPage: 100, maxPages: 1 }),
    );
  }

  /** Environments that are not stopped, up to 500; of one name, where asked. */
  async listEnvironments(
    project: string,
    query: { name?: string },
    { signal }: CallOptions,
  ) {
    return this.#api.call(
      { name: 'list environments', signal },
      GitlabEnvironments,
      options =>
        new Environments(options).all(project, {
          // Gitbeaker wants a name or a search; GitLab takes neither.
          ...(query as { name: string }),
          states: 'available',
          perPage: 100,
          maxPages: 5,
        }),
    );
  }

  /** The last deployments that went well, newest first; to one environment, where asked. */
  async listDeployments(
    project: string,
    query: { environment?: string; perPage: number },
    { signal }: CallOptions,
  ) {
    return this.#api.call(
      { name: 'list deployments', signal },
      GitlabDeployments,
      options =>
        new Deployments(options).all(project, {
          ...query,
          status: 'success',
          orderBy: 'created_at',
          sort: 'desc',
          maxPages: 1,
        }),
    );
  }

  /** Reads a branch; undefined when it does not exist. */
  async getBranch(project: string, branch: string, { signal }: CallOptions) {
    return absentFor(
      ['not-found'],
      this.#api.call({ name: 'read branch', signal }, GitlabBranch, options =>
        new Branches(options).show(project, branch),
      ),
    );
  }

  /** All branches, up to 1,000. */
  async listBranches(project: string, { signal }: CallOptions) {
    return this.#api.call(
      { name: 'list branches', signal },
      GitlabBranches,
      options =>
        new Branches(options).all(project, { perPage: 100, maxPages: 10 }),
    );
  }
}
