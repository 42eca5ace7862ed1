import { GitlabAnswers, toGitlabView } from './toGitlabView';

const webUrl = 'https://gitlab.example.com/SocialGouv/domifa';
const pipeline = (id: number, ref: string) => ({
  id,
  ref,
  sha: 'abc',
  status: 'success',
  created_at: '2026-11-23T09:00:00Z',
  web_url: `${webUrl}/-/pipelines/${id}`,
});
const shown = (id: number, ref: string) => ({
  id,
  ref,
  sha: 'abc',
  status: 'success',
  createdAt: '2026-11-23T09:00:00Z',
  durationSeconds: undefined,
  stages: [],
  failedJob: undefined,
  url: `${webUrl}/-/pipelines/${id}`,
});
const answers: GitlabAnswers = {
  project: {
    id: 1,
    path_with_namespace: 'SocialGouv/domifa',
    default_branch: 'main',
    mirror: true,
  },
  pipelines: [9, 8, 7, 6, 5, 4].map(id => pipeline(id, 'feat/x')),
  lastPipelines: {
    prod: pipeline(2, 'v1.0.0'),
    preprod: undefined,
    dev: pipeline(3, 'main'),
  },
  jobs: new Map([
    [
      2,
      [
        {
          id: 1,
          name: 'Production',
          stage: 'Deploy',
          status: 'success',
          web_url: `${webUrl}/-/jobs/1`,
        },
      ],
    ],
  ]),
  environments: [
    { name: 'feat/x-dev', external_url: 'data:text/html,x' },
    { name: 'preprod-dev', external_url: null },
    { name: 'prod', external_url: 'https://domifa.example.com' },
  ],
  deployments: [
    {
      created_at: '2026-11-22T09:00:00Z',
      ref: 'v1.0.0',
      environment: { name: 'prod' },
      deployable: { finished_at: '2026-11-22T09:05:00Z' },
    },
    { created_at: '2026-11-21T09:00:00Z', environment: { name: 'prod' } },
    { created_at: '2026-11-20T09:00:00Z', environment: { name: 'feat/x-dev' } },
  ],
  mirror: {
    pull: {
      url: 'https://*****:*****@github.com/SocialGouv/domifa.git',
      update_status: 'failed',
      last_successful_update_at: '2026-11-23T08:00:00Z',
      last_error: "fatal: unable to access 'https://bot:secret@github.com/x/'",
    },
    branch: 'main',
    mirroredHead: 'mirror-main',
    mirroredBranches: ['main', 'feat/x', 'feat/gone'],
    sourceHead: 'source-main',
    sourceBranches: new Set(['main', 'feat/x']),
    lag: { commitsBehind: 2, behindSince: '2026-11-23T08:30:00Z' },
  },
};

describe('toGitlabView', () => {
  it('maps what GitLab and the source of the mirror answer', () => {
    expect(toGitlabView(answers)).toEqual({
      project: 'SocialGouv/domifa',
      defaultBranch: 'main',
      branch: undefined,
      pipelines: [9, 8, 7, 6, 5].map(id => shown(id, 'feat/x')),
      lastPipelines: {
        prod: {
          ...shown(2, 'v1.0.0'),
          stages: [{ name: 'Deploy', status: 'success' }],
        },
        dev: shown(3, 'main'),
      },
      environments: [
        {
          name: 'prod',
          environment: 'prod',
          url: 'https://domifa.example.com',
          lastDeployedAt: '2026-11-22T09:05:00Z',
          deployedRef: 'v1.0.0',
        },
        {
          name: 'feat/x-dev',
          environment: 'dev',
          branch: 'feat/x',
          url: undefined,
          lastDeployedAt: '2026-11-20T09:00:00Z',
          deployedRef: undefined,
        },
        {
          name: 'preprod-dev',
          environment: 'preprod',
          url: undefined,
          lastDeployedAt: undefined,
          deployedRef: undefined,
        },
      ],
      mirror: {
        sourceUrl: 'https://github.com/SocialGouv/domifa.git',
        status: 'failed',
        lastSuccessfulAt: '2026-11-23T08:00:00Z',
        lastError: "fatal: unable to access 'https://github.com/x/'",
        branch: 'main',
        mirroredHead: 'mirror-main',
        sourceHead: 'source-main',
        commitsBehind: 2,
        behindSince: '2026-11-23T08:30:00Z',
        orphanBranches: ['feat/gone'],
      },
    });
  });

  it('takes no branch for an orphan while the source is not known', () => {
    expect(
      toGitlabView({
        ...answers,
        mirror: {
          ...answers.mirror!,
          sourceHead: undefined,
          sourceBranches: undefined,
          lag: undefined,
        },
      }).mirror,
    ).toMatchObject({
      sourceHead: undefined,
      commitsBehind: undefined,
      orphanBranches: [],
    });
  });

  it('says nothing that a new project without a mirror does not say', () => {
    expect(
      toGitlabView({
        project: { id: 2, path_with_namespace: 'SocialGouv/new' },
        pipelines: [],
        lastPipelines: {},
        jobs: new Map(),
        environments: [],
        deployments: [],
      }),
    ).toEqual({
      project: 'SocialGouv/new',
      defaultBranch: undefined,
      branch: undefined,
      pipelines: [],
      lastPipelines: {},
      environments: [],
      mirror: undefined,
    });
  });
});
