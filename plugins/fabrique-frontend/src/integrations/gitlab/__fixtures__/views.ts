import {
  GitlabPipeline,
  GitlabView,
} from '@socialgouv/backstage-plugin-fabrique-common';

const succeeded: GitlabPipeline = {
  id: 48213,
  ref: 'master',
  sha: '4f1c2d9e',
  status: 'success',
  createdAt: '2026-11-20T10:00:00Z',
  durationSeconds: 412,
  stages: [
    { name: 'quality', status: 'success' },
    { name: 'build', status: 'success' },
    { name: 'deploy', status: 'success' },
  ],
  url: 'https://gitlab.example/SocialGouv/domifa/-/pipelines/48213',
};

const released: GitlabPipeline = {
  ...succeeded,
  id: 48100,
  ref: 'v2.118.0',
  createdAt: '2026-11-18T15:00:00Z',
  stages: [{ name: 'deploy', status: 'success' }],
  url: 'https://gitlab.example/SocialGouv/domifa/-/pipelines/48100',
};

const failed: GitlabPipeline = {
  ...succeeded,
  id: 48214,
  status: 'failed',
  createdAt: '2026-11-20T11:20:00Z',
  stages: [
    { name: 'quality', status: 'success' },
    { name: 'build', status: 'failed' },
    { name: 'deploy', status: 'skipped' },
  ],
  failedJob: {
    name: 'build backend',
    url: 'https://gitlab.example/SocialGouv/domifa/-/jobs/9001',
  },
  url: 'https://gitlab.example/SocialGouv/domifa/-/pipelines/48214',
};

const mirror = {
  sourceUrl: 'https://github.com/SocialGouv/domifa',
  status: 'finished',
  lastSuccessfulAt: '2026-11-20T11:55:00Z',
  mirroredHead: '4f1c2d9e',
  sourceHead: '4f1c2d9e',
  commitsBehind: 0,
  orphanBranches: [],
} satisfies GitlabView['mirror'];

const base = {
  project: 'SocialGouv/domifa',
  defaultBranch: 'master',
  pipelines: [succeeded],
  lastPipelines: { prod: released, dev: succeeded },
  environments: [
    {
      name: 'master-dev',
      environment: 'dev',
      lastDeployedAt: '2026-11-20T10:10:00Z',
      deployedRef: 'master',
    },
    {
      name: 'prod',
      environment: 'prod',
      url: 'https://domifa.fabrique.social.gouv.fr',
      lastDeployedAt: '2026-11-18T15:10:00Z',
      deployedRef: 'v2.118.0',
    },
  ],
  mirror,
} satisfies GitlabView;

export const gitlabViews = {
  ok: base,
  empty: {
    project: 'SocialGouv/domifa',
    pipelines: [],
    lastPipelines: {},
    environments: [],
  },
  running: {
    ...base,
    lastPipelines: {
      dev: {
        ...succeeded,
        status: 'running',
        durationSeconds: undefined,
        createdAt: '2026-11-20T11:58:00Z',
      },
    },
  },
  canceled: {
    ...base,
    lastPipelines: { dev: { ...succeeded, status: 'canceled' } },
  },
  pipelineFailed: {
    ...base,
    pipelines: [failed, succeeded],
    lastPipelines: { prod: released, dev: failed },
  },
  mirrorFailed: {
    ...base,
    mirror: {
      ...mirror,
      status: 'failed',
      sourceHead: undefined,
      commitsBehind: undefined,
      lastError: 'The requested URL returned error: 502',
    },
  },
  mirrorBehind: {
    ...base,
    mirror: {
      ...mirror,
      sourceHead: 'a9b8c7d6',
      commitsBehind: 3,
      orphanBranches: ['try-1', 'try-2', 'try-3', 'try-4', 'try-5'],
    },
  },
  mirrorLate: {
    ...base,
    mirror: {
      ...mirror,
      sourceHead: 'a9b8c7d6',
      commitsBehind: 1,
      behindSince: '2026-11-20T10:40:00Z',
    },
  },
  pipelineLong: {
    ...base,
    pipelines: [
      {
        ...succeeded,
        id: 48200,
        ref: 'feat/long',
        status: 'running',
        durationSeconds: undefined,
        stages: [],
        createdAt: '2026-11-20T08:00:00Z',
      },
      succeeded,
    ],
  },
  branch: {
    ...base,
    branch: 'feat/login',
    pipelines: [{ ...failed, ref: 'feat/login' }],
    lastPipelines: { dev: { ...failed, ref: 'feat/login' } },
    environments: [
      {
        name: 'feat/login-dev',
        environment: 'dev',
        branch: 'feat/login',
        url: 'https://feat-login.example',
        lastDeployedAt: '2026-11-20T09:00:00Z',
        deployedRef: 'feat/login',
      },
    ],
    mirror: { ...mirror, sourceHead: 'a9b8c7d6', commitsBehind: 1 },
  },
} satisfies Record<string, GitlabView>;
