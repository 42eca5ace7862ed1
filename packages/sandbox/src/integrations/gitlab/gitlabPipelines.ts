import { planPipeline } from './gitlabPipelinePlan';
import {
  JobDocument,
  PipelineDocument,
  toPipelineState,
} from './gitlabPipelineState';
import { ChangedRef } from './gitlabMirrors';
import { createDeployWork } from './gitlabDeployJob';
import { createRelease } from './gitlabReleaseJob';
import { GitlabProblem } from './gitlabHttp';
import { GitlabState, ProjectDocument } from './gitlabState';

const tickMs = 250;

/** What the work of a job says, line by line. Throws when the job fails. */
export type JobWork = (
  project: ProjectDocument,
  pipeline: PipelineDocument,
  job: JobDocument,
) => Promise<string[]>;

/** Starts pipelines and does the work of their jobs. */
export class GitlabPipelines {
  readonly #state: GitlabState;
  readonly #work: Record<NonNullable<JobDocument['work']>, JobWork>;
  readonly #working = new Map<number, Promise<void>>();
  #timer?: NodeJS.Timeout;

  constructor(state: GitlabState) {
    this.#state = state;
    this.#work = {
      deploy: createDeployWork(state),
      release: (project, pipeline) => createRelease(state, project, pipeline),
    };
  }

  start(): void {
    this.#timer = setInterval(() => this.#tick(), tickMs);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    await Promise.allSettled(this.#working.values());
  }

  /** Pipelines for new commits. An import builds the default branch only. */
  async onChanged(
    project: ProjectDocument,
    changes: ChangedRef[],
    isFirst: boolean,
  ): Promise<void> {
    const defaultBranch = await this.#state.git(project).defaultBranch();
    for (const change of changes) {
      const { ref, sha, tag } = change;
      this.#state.context.events.emit('mirrored', {
        projectId: project.id,
        ref,
        sha,
      });
      const isWanted = !isFirst || (!tag && ref === defaultBranch);
      const isKnown = this.#state
        .pipelinesOf(project.id)
        .some(known => known.ref === ref && known.sha === sha);
      const isOn = !project.mirror || project.mirrorTriggerBuilds;
      if (isWanted && isOn && !isKnown) {
        await this.#createFor(project, change, 'push');
      }
    }
  }

  /** Starts a pipeline by hand. Throws GitLab's 400 when there is no such ref or no configuration. */
  async create(
    project: ProjectDocument,
    ref: string,
    variables?: PipelineDocument['variables'],
  ): Promise<PipelineDocument> {
    const git = this.#state.git(project);
    const branch = await git.resolve(`refs/heads/${ref}`);
    const sha = branch ?? (await git.resolve(`refs/tags/${ref}`));
    if (!sha) {
      throw new GitlabProblem(400, {
        message: { base: ['Reference not found'] },
      });
    }
    const change = { ref, sha, tag: branch === undefined };
    const pipeline = await this.#createFor(project, change, 'api', variables);
    if (!pipeline) {
      throw new GitlabProblem(400, {
        message: { base: ['Missing CI config file'] },
      });
    }
    return pipeline;
  }

  /** Runs what failed or was canceled once more. */
  retry(pipeline: PipelineDocument, jobId?: number): PipelineDocument {
    const at = this.#state.now();
    const { jobs } = toPipelineState(pipeline, this.#state.context.now());
    const firstId = this.#nextJobId();
    return this.#state.savePipeline({
      ...pipeline,
      canceledAt: undefined,
      isSettled: false,
      jobs: jobs.map(({ job, status }, index) => {
        const isAgain =
          job.id === jobId ||
          (jobId === undefined && ['failed', 'canceled'].includes(status));
        return isAgain
          ? {
              ...job,
              id: firstId + index,
              outcome: 'success',
              notBefore: at,
              workEndedAt: undefined,
              error: undefined,
              log: undefined,
            }
          : job;
      }),
    });
  }

  /** Starts a manual job. */
  play(pipeline: PipelineDocument, jobId: number): PipelineDocument {
    return this.#change(pipeline.id, jobId, { notBefore: this.#state.now() });
  }

  cancel(pipeline: PipelineDocument): PipelineDocument {
    const state = toPipelineState(pipeline, this.#state.context.now());
    if (!['pending', 'running'].includes(state.status)) return pipeline;
    return this.#state.savePipeline({
      ...pipeline,
      canceledAt: this.#state.now(),
    });
  }

  async #createFor(
    project: ProjectDocument,
    { ref, sha, tag }: ChangedRef,
    source: PipelineDocument['source'],
    variables?: PipelineDocument['variables'],
  ): Promise<PipelineDocument | undefined> {
    const git = this.#state.git(project);
    const configuration = await git.readFile(sha, '.gitlab-ci.yml');
    if (configuration === undefined) return undefined;
    const [commit] = await git.commits({ revision: sha, limit: 1 });
    const isSkipped = /\[(skip ci|ci skip)\]/i.test(commit.message);
    if (isSkipped && source === 'push' && !tag) return undefined;
    const sharedCi = this.#state.findProject('SocialGouv/gitlab-ci-yml');
    const sharedCiRefs = sharedCi
      ? (await this.#state.git(sharedCi).tags()).map(({ name }) => name)
      : [];
    const plan = planPipeline({
      configuration,
      ref,
      tag,
      isDefaultBranch: !tag && ref === (await git.defaultBranch()),
      sharedCiRefs,
    });
    const id = this.#state.nextPipelineId();
    const firstJobId = this.#nextJobId();
    return this.#state.savePipeline({
      id,
      iid: this.#state.pipelinesOf(project.id).length + 1,
      projectId: project.id,
      ref,
      tag,
      sha,
      source,
      variables,
      createdAt: this.#state.now(),
      ...('yamlError' in plan
        ? { yamlError: plan.yamlError, jobs: [] }
        : {
            jobs: plan.jobs.map((job, index) => ({
              ...job,
              id: firstJobId + index,
            })),
          }),
    });
  }

  #nextJobId(): number {
    const ids = this.#state.pipelines
      .list()
      .flatMap(({ jobs }) => jobs.map(({ id }) => id));
    return Math.max(40_000, ...ids) + 1;
  }

  #tick(): void {
    for (const pipeline of this.#state.pipelines.list()) {
      if (pipeline.isSettled) continue;
      const state = toPipelineState(pipeline, this.#state.context.now());
      for (const { job, status } of state.jobs) {
        if (status === 'running' && job.work && !job.workEndedAt) {
          this.#startWork(pipeline, job);
        }
      }
      const isOpen = ['created', 'pending', 'running'].includes(state.status);
      const isManual = state.jobs.some(({ status }) => status === 'manual');
      if (!isOpen && !isManual) {
        this.#state.savePipeline({ ...pipeline, isSettled: true });
      }
    }
  }

  #startWork(pipeline: PipelineDocument, job: JobDocument): void {
    if (this.#working.has(job.id) || !job.work) return;
    const project = this.#state.projects.get(String(pipeline.projectId));
    if (!project) return;
    const run = this.#work
      [job.work](project, pipeline, job)
      .then(
        log => ({ log }),
        (error: Error) => ({ error: error.message }),
      )
      .then(outcome => {
        // A sandbox that is being stopped does the work again at the next start.
        if (!this.#timer) return;
        this.#change(pipeline.id, job.id, {
          ...outcome,
          workEndedAt: this.#state.now(),
        });
      })
      .finally(() => this.#working.delete(job.id));
    this.#working.set(job.id, run);
  }

  #change(
    pipelineId: number,
    jobId: number,
    changes: Partial<JobDocument>,
  ): PipelineDocument {
    const pipeline = this.#state.pipelines.get(String(pipelineId));
    if (!pipeline) throw new Error(`Pipeline ${pipelineId} is gone`);
    return this.#state.savePipeline({
      ...pipeline,
      isSettled: false,
      jobs: pipeline.jobs.map(job =>
        job.id === jobId ? { ...job, ...changes } : job,
      ),
    });
  }
}
