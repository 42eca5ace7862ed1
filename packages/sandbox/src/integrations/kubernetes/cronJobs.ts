import { toSafeSuffix, toUuid, toWhole } from '../../fleet/stableNoise';
import { listPreviousRuns, parseCronSchedule } from './cronSchedule';
import {
  CronJobSpec,
  JobSpec,
  KubernetesObject,
  StoredObject,
  toOwnerReference,
  toTimestamp,
} from './objects';
import { toPod } from './toPod';

/** One Job, how it goes, and the pod that does it. */
export interface JobRun {
  job: KubernetesObject<JobSpec>;
  startedAt: Date;
  endedAt?: Date;
  failed: boolean;
}

/** Job that a person or a pipeline created: it takes eight seconds and succeeds. */
const manualJobMs = 8_000;
/** Of a CronJob that fails. */
const backoffMs = 90_000;

function toRun(
  job: KubernetesObject<JobSpec>,
  startedAt: Date,
  durationMs: number,
  failed: boolean,
  now: Date,
): JobRun {
  const end = startedAt.getTime() + durationMs;
  const endedAt = end <= now.getTime() ? new Date(end) : undefined;
  return { job, startedAt, endedAt, failed: failed && endedAt !== undefined };
}

/** The last three Jobs of a CronJob, newest first. */
export function toCronJobRuns(stored: StoredObject, now: Date): JobRun[] {
  const cronJob = stored.object as KubernetesObject<CronJobSpec>;
  const { spec, metadata } = cronJob;
  if (!spec || spec.suspend) return [];
  const runs = listPreviousRuns(
    parseCronSchedule(spec.schedule),
    new Date(metadata.creationTimestamp ?? now),
    now,
    3,
  );
  return runs.map((scheduledAt, index) => {
    const failed = stored.scenario === 'failed-job' && index === 0;
    // The real controller names Jobs by the minute of their schedule, too.
    const name = `${metadata.name}-${scheduledAt.getTime() / 60_000}`;
    const { template } = spec.jobTemplate.spec;
    const job: KubernetesObject<JobSpec> = {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: {
        name,
        namespace: metadata.namespace,
        uid: toUuid('job', metadata.uid ?? '', name),
        resourceVersion: String(scheduledAt.getTime()),
        generation: 1,
        creationTimestamp: toTimestamp(scheduledAt),
        labels: {
          ...spec.jobTemplate.metadata?.labels,
          ...template.metadata?.labels,
        },
        annotations: {
          'batch.kubernetes.io/cronjob-scheduled-timestamp':
            toTimestamp(scheduledAt),
        },
        ownerReferences: [toOwnerReference(cronJob)],
      },
      spec: { backoffLimit: 1, ...spec.jobTemplate.spec },
    };
    const duration = failed ? backoffMs : toWhole(4, 40, name) * 1000;
    return toRun(job, scheduledAt, duration, failed, now);
  });
}

/** A Job that was written through the API. */
export function toManualRun({ object }: StoredObject, now: Date): JobRun {
  const job = object as KubernetesObject<JobSpec>;
  const startedAt = new Date(job.metadata.creationTimestamp ?? now);
  return toRun(job, startedAt, manualJobMs, false, now);
}

/** A Job with the status that its controller would give it. */
export function withJobStatus(run: JobRun): KubernetesObject {
  const { job, startedAt, endedAt, failed } = run;
  const started = { startTime: toTimestamp(startedAt) };
  if (!endedAt) return { ...job, status: { ...started, active: 1, ready: 1 } };
  const time = toTimestamp(endedAt);
  const condition = (type: string, more: object = {}) => ({
    type,
    status: 'True',
    lastProbeTime: time,
    lastTransitionTime: time,
    ...more,
  });
  return {
    ...job,
    status: failed
      ? {
          ...started,
          failed: (job.spec?.backoffLimit ?? 6) + 1,
          conditions: [
            condition('Failed', {
              reason: 'BackoffLimitExceeded',
              message: 'Job has reached the specified backoff limit',
            }),
          ],
        }
      : {
          ...started,
          completionTime: time,
          succeeded: 1,
          conditions: [condition('Complete')],
        },
  };
}

/** The pod of a Job: still running, or kept with its end. */
export function toJobPod(run: JobRun): KubernetesObject | undefined {
  const { job, startedAt, endedAt, failed } = run;
  if (!job.spec) return undefined;
  const { name } = job.metadata;
  return toPod({
    owner: job,
    template: job.spec.template,
    extraLabels: {
      'job-name': name,
      'batch.kubernetes.io/job-name': name,
    },
    state: {
      name: `${name}-${toSafeSuffix(5, job.metadata.uid ?? name)}`,
      createdAt: startedAt,
      restarts: 0,
      ...(!endedAt && { readyAt: startedAt }),
    },
    ...(endedAt && { ended: { at: endedAt, succeeded: !failed } }),
  });
}

/** A CronJob with the status that its controller would give it. */
export function withCronJobStatus(
  { object }: StoredObject,
  runs: JobRun[],
): KubernetesObject {
  const succeeded = runs.find(run => run.endedAt && !run.failed);
  const active = runs.filter(run => !run.endedAt);
  return {
    ...object,
    status: {
      ...(active.length > 0 && {
        active: active.map(({ job }) => ({
          apiVersion: job.apiVersion,
          kind: job.kind,
          name: job.metadata.name,
          namespace: job.metadata.namespace,
          uid: job.metadata.uid,
        })),
      }),
      ...(runs[0] && { lastScheduleTime: toTimestamp(runs[0].startedAt) }),
      ...(succeeded?.endedAt && {
        lastSuccessfulTime: toTimestamp(succeeded.endedAt),
      }),
    },
  };
}
