import {
  GitlabPipeline,
  GitlabPipelineStatus,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  GitlabJobs,
  GitlabPipelineItem,
} from '@socialgouv/backstage-plugin-fabrique-node';

type Job = GitlabJobs[number];

/** What a stage says when its jobs differ, worst first. */
const worstFirst: GitlabPipelineStatus[] = [
  'failed',
  'canceled',
  'running',
  'waiting_for_resource',
  'preparing',
  'pending',
  'scheduled',
  'created',
  'manual',
  'success',
  'skipped',
];

/** Newer names that GitLab gives to what it had other names for. */
const sameAs: Record<string, GitlabPipelineStatus> = {
  canceling: 'canceled',
  waiting_for_callback: 'pending',
};

/** Makes a pipeline of GitLab's; without its jobs, its stages are not known. */
export function toGitlabPipeline(
  pipeline: GitlabPipelineItem,
  jobs: GitlabJobs = [],
): GitlabPipeline {
  const status = toStatus(pipeline.status);
  const inOrder = [...jobs].sort((a, b) => a.id - b.id);
  const failedJob = inOrder.find(job => toJobStatus(job) === 'failed');
  return {
    id: pipeline.id,
    ref: pipeline.ref,
    sha: pipeline.sha,
    status,
    createdAt: pipeline.created_at,
    durationSeconds: isRunning(status) ? undefined : toDuration(jobs),
    stages: toStages(inOrder),
    failedJob: failedJob && { name: failedJob.name, url: failedJob.web_url },
    url: pipeline.web_url,
  };
}

function toStatus(status: string): GitlabPipelineStatus {
  const known = worstFirst.find(name => name === status);
  return known ?? sameAs[status] ?? 'created';
}

function isRunning(status: GitlabPipelineStatus): boolean {
  return !['success', 'failed', 'canceled', 'skipped'].includes(status);
}

/** A job that may fail, or that waits for somebody who need not come, does not hold up its stage. */
function toJobStatus(job: Job): GitlabPipelineStatus {
  const status = toStatus(job.status);
  if (!job.allow_failure) return status;
  if (status === 'failed') return 'success';
  return status === 'manual' ? 'skipped' : status;
}

function toStages(jobs: Job[]): GitlabPipeline['stages'] {
  const names = [...new Set(jobs.map(({ stage }) => stage))];
  return names.map(name => ({
    name,
    status: toStageStatus(jobs.filter(({ stage }) => stage === name)),
  }));
}

function toStageStatus(jobs: Job[]): GitlabPipelineStatus {
  const statuses = jobs.map(toJobStatus);
  const worst = worstFirst.find(status => statuses.includes(status))!;
  const isOptional = jobs.every(job => job.status === 'manual');
  return isOptional ? 'manual' : worst;
}

function toDuration(jobs: GitlabJobs): number | undefined {
  const starts = jobs.flatMap(job => job.started_at ?? []).map(Date.parse);
  const ends = jobs.flatMap(job => job.finished_at ?? []).map(Date.parse);
  if (starts.length === 0 || ends.length === 0) return undefined;
  return Math.round((Math.max(...ends) - Math.min(...starts)) / 1000);
}
