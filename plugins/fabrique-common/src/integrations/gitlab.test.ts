import {
  defaultGitlabThresholds,
  GitlabPipeline,
  GitlabView,
  toGitlabVerdict,
} from './gitlab';

const now = new Date('2026-11-23T09:00:00Z');
const ago = (minutes: number) =>
  new Date(now.getTime() - minutes * 60_000).toISOString();
const pipeline = (more: Partial<GitlabPipeline>): GitlabPipeline => ({
  id: 1,
  ref: 'main',
  sha: 'abc',
  status: 'success',
  createdAt: ago(10),
  stages: [],
  url: 'https://gitlab.example.com/SocialGouv/domifa/-/pipelines/1',
  ...more,
});
const judge = (view: Partial<GitlabView>) =>
  toGitlabVerdict(
    {
      project: 'SocialGouv/domifa',
      pipelines: [],
      lastPipelines: {},
      environments: [],
      ...view,
    },
    defaultGitlabThresholds,
    now,
  );
const mirror = (more: Partial<NonNullable<GitlabView['mirror']>>) => ({
  mirror: {
    sourceUrl: 'https://github.com/SocialGouv/domifa.git',
    status: 'finished' as const,
    orphanBranches: [],
    ...more,
  },
});

describe('toGitlabVerdict', () => {
  it('is well with what just happened', () => {
    expect(judge({})).toEqual({ level: 'ok', reasons: [] });
    expect(
      judge({
        pipelines: [
          pipeline({ status: 'running', createdAt: ago(119) }),
          pipeline({ status: 'failed', ref: 'feat/x' }),
        ],
        lastPipelines: { dev: pipeline({}) },
        ...mirror({ commitsBehind: 1, behindSince: ago(14) }),
      }),
    ).toEqual({ level: 'ok', reasons: [] });
  });

  it('calls a failed pipeline of the default branch or of prod a problem, once', () => {
    const failed = pipeline({ id: 2, status: 'failed', ref: 'v1.0.0' });

    expect(
      judge({
        lastPipelines: { prod: failed, preprod: failed, dev: failed },
        ...mirror({ status: 'failed' }),
      }),
    ).toEqual({
      level: 'problem',
      reasons: [
        {
          level: 'problem',
          key: 'gitlab.pipelineFailed',
          params: { ref: 'v1.0.0' },
        },
        { level: 'attention', key: 'gitlab.mirrorFailed' },
      ],
    });
  });

  it('calls a failed pipeline of the review branch that it is about a problem', () => {
    const failed = pipeline({ status: 'failed', ref: 'feat/x' });

    expect(
      judge({ branch: 'feat/x', lastPipelines: { dev: failed } }).reasons,
    ).toEqual([
      {
        level: 'problem',
        key: 'gitlab.pipelineFailed',
        params: { ref: 'feat/x' },
      },
    ]);
  });

  it('case 13: asks for attention when the mirror is behind, or late, beside a green pipeline', () => {
    expect(
      judge({
        lastPipelines: { preprod: pipeline({ status: 'success' }) },
        ...mirror({ commitsBehind: 3, behindSince: ago(60) }),
      }).reasons,
    ).toEqual([
      {
        level: 'attention',
        key: 'gitlab.mirrorBehind',
        params: { count: 3 },
      },
    ]);
    expect(
      judge(mirror({ commitsBehind: 1, behindSince: ago(16) })).reasons,
    ).toEqual([
      {
        level: 'attention',
        key: 'gitlab.mirrorLate',
        params: { minutes: 16 },
      },
    ]);
  });

  it('asks for attention when a pipeline runs too long', () => {
    expect(
      judge({
        pipelines: [pipeline({ status: 'running', createdAt: ago(121) })],
      }).reasons,
    ).toEqual([
      {
        level: 'attention',
        key: 'gitlab.pipelineLong',
        params: { ref: 'main' },
      },
    ]);
  });
});
