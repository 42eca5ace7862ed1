import { toGitlabPipeline } from './toGitlabPipeline';

const pipeline = {
  id: 7,
  ref: 'main',
  sha: 'abc',
  status: 'failed',
  created_at: '2026-11-23T09:00:00Z',
  web_url: 'https://gitlab.example.com/SocialGouv/domifa/-/pipelines/7',
};
const job = (
  id: number,
  stage: string,
  status: string,
  more: { allow_failure?: boolean; minutes?: [number, number] } = {},
) => ({
  id,
  name: `Job ${id}`,
  stage,
  status,
  allow_failure: more.allow_failure,
  started_at: more.minutes && `2026-11-23T09:0${more.minutes[0]}:00Z`,
  finished_at: more.minutes && `2026-11-23T09:0${more.minutes[1]}:00Z`,
  web_url: `https://gitlab.example.com/SocialGouv/domifa/-/jobs/${id}`,
});

describe('toGitlabPipeline', () => {
  it('says stages in their order, each by its worst job', () => {
    expect(
      toGitlabPipeline(pipeline, [
        job(6, 'Deploy', 'skipped'),
        job(5, 'Quality', 'manual', { allow_failure: true }),
        job(4, 'Quality', 'failed', { allow_failure: true, minutes: [2, 4] }),
        job(3, 'Quality', 'success', { minutes: [2, 5] }),
        job(2, 'Build', 'failed', { minutes: [1, 3] }),
        job(1, 'Build', 'success', { minutes: [1, 2] }),
        job(7, '.post', 'manual', { allow_failure: true }),
      ]),
    ).toEqual({
      id: 7,
      ref: 'main',
      sha: 'abc',
      status: 'failed',
      createdAt: '2026-11-23T09:00:00Z',
      durationSeconds: 240,
      stages: [
        { name: 'Build', status: 'failed' },
        { name: 'Quality', status: 'success' },
        { name: 'Deploy', status: 'skipped' },
        { name: '.post', status: 'manual' },
      ],
      failedJob: {
        name: 'Job 2',
        url: 'https://gitlab.example.com/SocialGouv/domifa/-/jobs/2',
      },
      url: pipeline.web_url,
    });
  });

  it('has no duration while it runs, and no stages without its jobs', () => {
    expect(
      toGitlabPipeline({ ...pipeline, status: 'running' }, [
        job(1, 'Build', 'running', { minutes: [1, 2] }),
      ]),
    ).toMatchObject({
      durationSeconds: undefined,
      stages: [{ name: 'Build', status: 'running' }],
      failedJob: undefined,
    });
    expect(toGitlabPipeline(pipeline)).toMatchObject({
      durationSeconds: undefined,
      stages: [],
    });
  });

  it.each([
    ['canceling', 'canceled'],
    ['waiting_for_callback', 'pending'],
    ['of the future', 'created'],
  ])('knows what %s stands for', (status, expected) => {
    expect(toGitlabPipeline({ ...pipeline, status }).status).toBe(expected);
  });
});
