/** A job of a pipeline: what is planned, and what its work gave. */
export interface JobDocument {
  id: number;
  name: string;
  stage: string;
  /** How long it takes. */
  seconds: number;
  /** Job of the same stage that it waits for. */
  after?: string;
  /** How it ends, unless its work fails. */
  outcome: 'success' | 'failed';
  /** Work that is really done while it runs; it ends when this has. */
  work?: 'release' | 'deploy';
  /** Environment that it deploys to. */
  environment?: string;
  /** Waits until someone plays it. */
  manual?: boolean;
  /** When it was played or retried; it does not start before. */
  notBefore?: string;
  workEndedAt?: string;
  /** Why the work failed. */
  error?: string;
  /** What the work says in the log. */
  log?: string[];
}

/** A pipeline. Its state follows from the clock, so that a killed sandbox goes on where it would be. */
export interface PipelineDocument {
  id: number;
  iid: number;
  projectId: number;
  ref: string;
  tag: boolean;
  sha: string;
  source: 'push' | 'api' | 'web';
  /** Given by whoever started it. */
  variables?: { key: string; value: string; variable_type: string }[];
  createdAt: string;
  canceledAt?: string;
  /** Why the configuration cannot be used: the pipeline has no job and failed. */
  yamlError?: string;
  jobs: JobDocument[];
  /** Set once nothing can change any more by itself. */
  isSettled?: boolean;
}

/** State of a job or pipeline. */
export type JobStatus =
  | 'created'
  | 'pending'
  | 'running'
  | 'success'
  | 'failed'
  | 'canceled'
  | 'skipped'
  | 'manual';

/** A job as it is at one moment. */
export interface JobState {
  job: JobDocument;
  status: JobStatus;
  /** Milliseconds since 1970. */
  startedAt?: number;
  finishedAt?: number;
}

/** A pipeline as it is at one moment. */
export interface PipelineState {
  status: JobStatus;
  startedAt?: number;
  finishedAt?: number;
  jobs: JobState[];
}

/** How long a runner takes to pick a job up, in milliseconds. */
const pickUpMs = 500;

const done: JobStatus[] = [
  'success',
  'failed',
  'canceled',
  'skipped',
  'manual',
];

function toJobState(
  job: JobDocument,
  start: number | undefined,
  now: number,
): JobState {
  if (start === undefined) return { job, status: 'created' };
  if (job.manual && !job.notBefore) return { job, status: 'manual' };
  const startedAt = Math.max(
    start,
    job.notBefore ? Date.parse(job.notBefore) + pickUpMs : 0,
  );
  if (startedAt > now) return { job, status: 'pending' };
  const planned = startedAt + job.seconds * 1000;
  if (job.work && !job.workEndedAt)
    return { job, status: 'running', startedAt };
  const workEnd = job.workEndedAt ? Date.parse(job.workEndedAt) : 0;
  const finishedAt = job.error ? workEnd : Math.max(planned, workEnd);
  if (finishedAt > now) return { job, status: 'running', startedAt };
  const status = job.error ? 'failed' : job.outcome;
  return { job, status, startedAt, finishedAt };
}

function toStatus(jobs: JobState[]): JobStatus {
  const has = (status: JobStatus) => jobs.some(job => job.status === status);
  if (jobs.every(({ status }) => done.includes(status))) {
    if (has('failed')) return 'failed';
    return has('canceled') ? 'canceled' : 'success';
  }
  return jobs.some(({ startedAt }) => startedAt !== undefined)
    ? 'running'
    : 'pending';
}

/** Computes where a pipeline is: a stage starts when the one before has ended well. */
export function toPipelineState(
  pipeline: PipelineDocument,
  at: Date,
): PipelineState {
  if (pipeline.yamlError) return { status: 'failed', jobs: [] };
  const canceledAt = pipeline.canceledAt && Date.parse(pipeline.canceledAt);
  const now = canceledAt || at.getTime();
  const stages = [...new Set(pipeline.jobs.map(({ stage }) => stage))];
  const jobs: JobState[] = [];
  let start: number | undefined = Date.parse(pipeline.createdAt) + pickUpMs;
  let hasFailed = false;
  for (const stage of stages) {
    const states: JobState[] = [];
    for (const job of pipeline.jobs.filter(item => item.stage === stage)) {
      const before = states.find(state => state.job.name === job.after);
      const isBlocked =
        hasFailed || ['failed', 'skipped'].includes(before?.status ?? '');
      states.push(
        isBlocked
          ? { job, status: 'skipped' }
          : toJobState(job, before ? before.finishedAt : start, now),
      );
    }
    jobs.push(...states);
    hasFailed ||= states.some(({ status }) => status === 'failed');
    start = states.every(({ status }) => done.includes(status))
      ? Math.max(start ?? 0, ...states.map(state => state.finishedAt ?? 0))
      : undefined;
  }
  const known = jobs.map(state =>
    canceledAt && !done.includes(state.status)
      ? { ...state, status: 'canceled' as const, finishedAt: canceledAt }
      : state,
  );
  const status = toStatus(known);
  const starts = known.flatMap(({ startedAt }) => startedAt ?? []);
  const ends = known.flatMap(({ finishedAt }) => finishedAt ?? []);
  return {
    status,
    jobs: known,
    ...(starts.length > 0 && { startedAt: Math.min(...starts) }),
    ...(done.includes(status) &&
      ends.length > 0 && { finishedAt: Math.max(...ends) }),
  };
}
