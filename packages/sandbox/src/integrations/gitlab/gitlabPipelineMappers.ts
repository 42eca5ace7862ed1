import { toUser } from './gitlabMappers';
import {
  JobState,
  PipelineDocument,
  PipelineState,
} from './gitlabPipelineState';
import { GitlabState, ProjectDocument } from './gitlabState';

const toIso = (time: number | undefined) =>
  time === undefined ? null : new Date(time).toISOString();

const toSeconds = (from?: number, to?: number) =>
  from === undefined || to === undefined ? null : (to - from) / 1000;

/** A pipeline of a list. */
export function toPipeline(
  state: GitlabState,
  project: ProjectDocument,
  pipeline: PipelineDocument,
  at: PipelineState,
): Record<string, unknown> {
  const last = at.finishedAt ?? at.startedAt;
  return {
    id: pipeline.id,
    iid: pipeline.iid,
    project_id: project.id,
    sha: pipeline.sha,
    ref: pipeline.ref,
    status: at.status,
    source: pipeline.source,
    created_at: pipeline.createdAt,
    updated_at: toIso(last) ?? pipeline.createdAt,
    web_url: `${state.url}/${project.namespace}/${project.path}/-/pipelines/${pipeline.id}`,
    name: null,
  };
}

/** A pipeline, whole. */
export function toPipelineDetail(
  state: GitlabState,
  project: ProjectDocument,
  pipeline: PipelineDocument,
  at: PipelineState,
): object {
  const duration = toSeconds(at.startedAt, at.finishedAt);
  return {
    ...toPipeline(state, project, pipeline, at),
    before_sha: '0'.repeat(40),
    tag: pipeline.tag,
    yaml_errors: pipeline.yamlError ?? null,
    user: toUser(state),
    started_at: toIso(at.startedAt),
    finished_at: toIso(at.finishedAt),
    committed_at: null,
    duration: duration === null ? null : Math.round(duration),
    queued_duration: 1,
    coverage: null,
    archived: false,
    detailed_status: { text: at.status, label: at.status, group: at.status },
  };
}

/** A job. */
export function toJob(
  state: GitlabState,
  project: ProjectDocument,
  pipeline: PipelineDocument,
  at: PipelineState,
  { job, status, startedAt, finishedAt }: JobState,
): object {
  return {
    id: job.id,
    status,
    stage: job.stage,
    name: job.name,
    ref: pipeline.ref,
    tag: pipeline.tag,
    coverage: null,
    allow_failure: job.manual === true,
    created_at: pipeline.createdAt,
    started_at: toIso(startedAt),
    finished_at: toIso(finishedAt),
    erased_at: null,
    duration: toSeconds(
      startedAt,
      finishedAt ??
        (startedAt === undefined ? undefined : state.context.now().getTime()),
    ),
    queued_duration: startedAt === undefined ? null : 0.5,
    user: toUser(state),
    commit: { id: pipeline.sha, short_id: pipeline.sha.slice(0, 8) },
    pipeline: toPipeline(state, project, pipeline, at),
    ...(status === 'failed' ? { failure_reason: 'script_failure' } : {}),
    web_url: `${state.url}/${project.namespace}/${project.path}/-/jobs/${job.id}`,
    project: { ci_job_token_scope_enabled: false },
    artifacts: [],
    runner: null,
    artifacts_expire_at: null,
    archived: false,
    tag_list: [],
  };
}
