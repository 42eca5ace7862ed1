import {
  JobDocument,
  PipelineDocument,
  toPipelineState,
} from './gitlabPipelineState';

const start = Date.parse('2026-03-02T09:00:00Z');

const job = (
  name: string,
  stage: string,
  options: Partial<JobDocument> = {},
): JobDocument => ({
  id: name.length,
  name,
  stage,
  seconds: 2,
  outcome: 'success',
  ...options,
});

const pipeline = (
  jobs: JobDocument[],
  options: Partial<PipelineDocument> = {},
): PipelineDocument => ({
  id: 1,
  iid: 1,
  projectId: 1,
  ref: 'main',
  tag: false,
  sha: 'a'.repeat(40),
  source: 'push',
  createdAt: new Date(start).toISOString(),
  jobs,
  ...options,
});

/** Status of the pipeline and of its jobs, some seconds after its creation. */
const statusesAt = (document: PipelineDocument, seconds: number) => {
  const state = toPipelineState(document, new Date(start + seconds * 1000));
  return [state.status, ...state.jobs.map(({ status }) => status)];
};

const at = (seconds: number) => new Date(start + seconds * 1000).toISOString();

describe('toPipelineState', () => {
  it('goes from stage to stage with the clock', () => {
    const document = pipeline([
      job('lint', 'check'),
      job('test', 'check', { seconds: 4 }),
      job('build', 'build'),
    ]);
    expect(statusesAt(document, 0.2)).toEqual([
      'pending',
      'pending',
      'pending',
      'created',
    ]);
    expect(statusesAt(document, 3)).toEqual([
      'running',
      'success',
      'running',
      'created',
    ]);
    expect(statusesAt(document, 5)).toEqual([
      'running',
      'success',
      'success',
      'running',
    ]);
    const end = toPipelineState(document, new Date(start + 60_000));
    expect(end).toEqual({
      status: 'success',
      startedAt: start + 500,
      finishedAt: start + 6500,
      jobs: [
        {
          job: document.jobs[0],
          status: 'success',
          startedAt: start + 500,
          finishedAt: start + 2500,
        },
        {
          job: document.jobs[1],
          status: 'success',
          startedAt: start + 500,
          finishedAt: start + 4500,
        },
        {
          job: document.jobs[2],
          status: 'success',
          startedAt: start + 4500,
          finishedAt: start + 6500,
        },
      ],
    });
  });

  it('waits for work, and fails with it', () => {
    const deploy = (options: Partial<JobDocument>) =>
      pipeline([
        job('review', 'deploy', { work: 'deploy', ...options }),
        job('preprod', 'deploy', { after: 'review' }),
        job('notify', '.post'),
      ]);
    expect(statusesAt(deploy({}), 3600)).toEqual([
      'running',
      'running',
      'created',
      'created',
    ]);
    expect(statusesAt(deploy({ workEndedAt: at(10) }), 11)).toEqual([
      'running',
      'success',
      'running',
      'created',
    ]);
    const failed = deploy({ workEndedAt: at(1), error: 'no cluster answers' });
    expect(statusesAt(failed, 2)).toEqual([
      'failed',
      'failed',
      'skipped',
      'skipped',
    ]);
  });

  it('stops at a failed stage, waits for people, and can be canceled and run again', () => {
    const failing = pipeline([
      job('test', 'check', { outcome: 'failed' }),
      job('build', 'build'),
    ]);
    expect(statusesAt(failing, 60)).toEqual(['failed', 'failed', 'skipped']);

    const manual = (notBefore?: string) =>
      pipeline([
        job('build', 'build'),
        job('prod', 'deploy', { manual: true, notBefore }),
      ]);
    expect(statusesAt(manual(), 60)).toEqual(['success', 'success', 'manual']);
    expect(statusesAt(manual(at(60)), 61)).toEqual([
      'running',
      'success',
      'running',
    ]);

    const canceled = pipeline(failing.jobs, { canceledAt: at(1) });
    expect(statusesAt(canceled, 60)).toEqual([
      'canceled',
      'canceled',
      'canceled',
    ]);
    const retried = pipeline([
      job('test', 'check', { notBefore: at(100) }),
      job('build', 'build'),
    ]);
    expect(statusesAt(retried, 101)).toEqual(['running', 'running', 'created']);
    expect(statusesAt(retried, 120)).toEqual(['success', 'success', 'success']);
  });

  it('fails at once when the configuration cannot be used', () => {
    expect(statusesAt(pipeline([], { yamlError: 'no job' }), 0)).toEqual([
      'failed',
    ]);
  });
});
