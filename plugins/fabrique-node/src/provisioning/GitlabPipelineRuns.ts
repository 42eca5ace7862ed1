import { Jobs, Pipelines } from '@gitbeaker/rest';
import { z } from 'zod/v4';
import { GitlabApi } from '../scm';
import { looseArray } from '../upstream';

const Pipeline = z.object({
  id: z.number(),
  status: z.string(),
  web_url: z.string(),
  created_at: z.string(),
  duration: z.number().nullish(),
});
const Variables = looseArray(
  z.object({ key: z.string(), value: z.string().nullish() }),
);
const FailedJobs = looseArray(
  z.object({ name: z.string(), allow_failure: z.boolean().nullish() }),
);

/**
 * A pipeline that was started by an action.
 *
 * @public
 */
export interface GitlabPipelineRun {
  id: number;
  /** As GitLab names it: `running`, `success`, `failed`, `manual`. */
  status: string;
  url: string;
  createdAt: Date;
}

/** Variable of a pipeline that says which step of which task started it. */
const taskVariable = 'FABRIQUE_TASK';
/** Of the newest pipelines of a ref, how many are searched for one of the same task. */
const searchedPipelines = 20;

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * Pipelines that the actions start. Every method throws `UpstreamError`.
 *
 * @see https://docs.gitlab.com/api/pipelines/
 *
 * @public
 */
export class GitlabPipelineRuns {
  readonly #api: GitlabApi;

  constructor(api: GitlabApi) {
    this.#api = api;
  }

  /** Finds the pipeline that a step of a task started: a process that was killed may not have written it down. */
  async find(
    projectId: number,
    { ref, task }: { ref: string; task: string },
    call: CallOptions = {},
  ): Promise<GitlabPipelineRun | undefined> {
    const pipelines = await this.#api.call(
      { name: 'list pipelines', ...call },
      looseArray(Pipeline),
      options =>
        new Pipelines(options).all(projectId, {
          ref,
          source: 'api',
          perPage: searchedPipelines,
          maxPages: 1,
        }),
    );
    for (const pipeline of pipelines) {
      const variables = await this.#api.call(
        { name: 'read variables of pipeline', ...call },
        Variables,
        options => new Pipelines(options).allVariables(projectId, pipeline.id),
      );
      const mark = variables.find(({ key }) => key === taskVariable);
      if (mark?.value === task) return toRun(pipeline);
    }
    return undefined;
  }

  /** Starts a pipeline. */
  async start(
    projectId: number,
    wish: { ref: string; task: string; variables: Record<string, string> },
    call: CallOptions = {},
  ): Promise<GitlabPipelineRun> {
    const { ref, task } = wish;
    const variables = { ...wish.variables, [taskVariable]: task };
    const pipeline = await this.#api.call(
      { name: 'start pipeline', ...call },
      Pipeline,
      options =>
        new Pipelines(options).create(projectId, ref, {
          variables: Object.entries(variables).map(([key, value]) => ({
            key,
            value,
            variable_type: 'env_var',
          })),
        }),
    );
    return toRun(pipeline);
  }

  /** Reads how a pipeline is doing. */
  async get(
    projectId: number,
    id: number,
    call: CallOptions = {},
  ): Promise<GitlabPipelineRun> {
    return toRun(await this.#show(projectId, id, call));
  }

  /** How long the last pipeline of a ref took that succeeded, in seconds; undefined where there is none. */
  async getUsualSeconds(
    projectId: number,
    ref: string,
    call: CallOptions = {},
  ): Promise<number | undefined> {
    const [last] = await this.#api.call(
      { name: 'list pipelines', ...call },
      looseArray(Pipeline),
      options =>
        new Pipelines(options).all(projectId, {
          ref,
          status: 'success',
          perPage: 1,
          maxPages: 1,
        }),
    );
    // Durations are told of single pipelines only.
    const pipeline = last && (await this.#show(projectId, last.id, call));
    return pipeline?.duration ?? undefined;
  }

  /** Names of the jobs for which a pipeline failed. */
  async listFailedJobs(
    projectId: number,
    pipelineId: number,
    call: CallOptions = {},
  ): Promise<string[]> {
    const jobs = await this.#api.call(
      { name: 'list jobs', ...call },
      FailedJobs,
      options =>
        new Jobs(options).all(projectId, {
          pipelineId,
          scope: 'failed',
          perPage: 100,
          maxPages: 1,
        }),
    );
    return jobs.filter(job => !job.allow_failure).map(({ name }) => name);
  }

  #show(projectId: number, id: number, call: CallOptions) {
    return this.#api.call(
      { name: 'read pipeline', ...call },
      Pipeline,
      options => new Pipelines(options).show(projectId, id),
    );
  }
}

function toRun(pipeline: z.infer<typeof Pipeline>): GitlabPipelineRun {
  return {
    id: pipeline.id,
    status: pipeline.status,
    url: pipeline.web_url,
    createdAt: new Date(pipeline.created_at),
  };
}
