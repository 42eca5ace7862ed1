import { setTimeout as wait } from 'timers/promises';
import {
  GitlabPipelineRun,
  GitlabProvisioner,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsureCall, EnsuredResource, TaskPaused } from '../../ensure';

/** A pipeline that a step of a task starts. */
export interface PipelineOptions {
  gitlab: GitlabProvisioner;
  /** Name of the project in the group. */
  name: string;
  ref: string;
  variables: Record<string, string>;
  /** Says which step of which task it is, so that it is started once. */
  task: string;
}

/** Output of the action. */
export type PipelineReference = { pipelineId: number; url: string };

/** How long a worker of the scaffolder is held; after that the task sleeps between two looks. */
const watchMs = 60_000;
const pollMs = 2_000;
const sayEveryMs = 15_000;
const sleepMs = 60_000;

const endings = ['success', 'failed', 'canceled', 'skipped', 'manual'];

/** The pipeline. It is no line of the ledger: what it did cannot be undone by removing it. */
export function createPipelineResource(
  options: PipelineOptions,
): EnsuredResource<GitlabPipelineRun | undefined, PipelineReference> {
  const { gitlab, name, ref, task } = options;
  const path = `${gitlab.group}/${name}`;
  const find = async (projectId: number, call: EnsureCall) =>
    gitlab.pipelines.find(projectId, { ref, task }, call);
  const toReference = ({ id, url }: GitlabPipelineRun) => ({
    pipelineId: id,
    url,
  });
  return {
    key: `gitlab/${path}/pipeline/${task}`,
    title: `pipeline of ${ref} in ${path}`,
    async read(call) {
      const project = await gitlab.getProject(name, call);
      return project && find(project.id, call);
    },
    plan: found =>
      found
        ? { verb: 'nothing', detail: `#${found.id} was started` }
        : {
            verb: 'create',
            detail: Object.keys(options.variables).join(', ') || undefined,
          },
    async apply(_found, call) {
      const projectId = await requireProject(options, call);
      const present = await find(projectId, call);
      const run =
        present ?? (await gitlab.pipelines.start(projectId, options, call));
      call.log(`pipeline #${run.id}: ${run.url}`);
      return toReference(run);
    },
    refer: found =>
      found
        ? toReference(found)
        : { pipelineId: 0, url: `${gitlab.baseUrl}/${path}/-/pipelines` },
  };
}

/** The end of the pipeline. */
export function createPipelineEndResource(
  options: PipelineOptions,
): EnsuredResource<GitlabPipelineRun | undefined, string> {
  const { gitlab, name, ref } = options;
  const pipeline = createPipelineResource(options);
  return {
    key: `${pipeline.key}/end`,
    title: `end of the ${pipeline.title}`,
    read: pipeline.read,
    plan: found =>
      found?.status === 'success'
        ? { verb: 'nothing', detail: 'it succeeded' }
        : { verb: 'create', detail: 'wait for it' },
    async apply(_found, call) {
      const projectId = await requireProject(options, call);
      const run = await pipeline.read(call);
      if (!run) throw new Error(`The ${pipeline.title} is gone`);
      const usual = await gitlab.pipelines.getUsualSeconds(
        projectId,
        ref,
        call,
      );
      const end = await watch(run, usual, call, () =>
        gitlab.pipelines.get(projectId, run.id, call),
      );
      if (end.status === 'success') return end.status;
      if (end.status === 'manual') {
        call.log(`pipeline #${run.id} waits for somebody to go on: ${run.url}`);
        return end.status;
      }
      const jobs = await gitlab.pipelines.listFailedJobs(
        projectId,
        run.id,
        call,
      );
      throw new Error(
        `pipeline #${run.id} of ${gitlab.group}/${name} ended with '${
          end.status
        }'${jobs.length > 0 ? ` (jobs: ${jobs.join(', ')})` : ''}: ${run.url}`,
      );
    },
    refer: found => found?.status ?? 'success',
  };
}

async function requireProject(
  { gitlab, name }: PipelineOptions,
  call: EnsureCall,
): Promise<number> {
  const project = await gitlab.getProject(name, call);
  if (project) return project.id;
  throw new Error(
    `GitLab has no project ${gitlab.group}/${name}. Make it first, with fabrique:gitlab:mirror:ensure`,
  );
}

/** @throws TaskPaused if it takes longer than a worker should be held. */
async function watch(
  first: GitlabPipelineRun,
  usualSeconds: number | undefined,
  call: EnsureCall,
  read: () => Promise<GitlabPipelineRun>,
): Promise<GitlabPipelineRun> {
  const usually = usualSeconds ? `, usually in ${usualSeconds} s` : '';
  const describe = ({ id, status, createdAt }: GitlabPipelineRun) => {
    const elapsed = Math.round((Date.now() - createdAt.getTime()) / 1000);
    return `pipeline #${id} is ${status} after ${elapsed} s${usually}`;
  };
  const startedAt = Date.now();
  let saidAt = 0;
  let run = first;
  for (;;) {
    if (endings.includes(run.status)) return run;
    if (Date.now() - saidAt >= sayEveryMs) {
      call.log(describe(run));
      saidAt = Date.now();
    }
    if (Date.now() - startedAt >= watchMs) {
      throw new TaskPaused(describe(run), {
        resumeAt: new Date(Date.now() + sleepMs),
      });
    }
    await wait(pollMs, undefined, { signal: call.signal });
    run = await read();
  }
}
