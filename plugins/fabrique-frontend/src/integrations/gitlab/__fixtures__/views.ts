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
  defaultBranchPipeline: succeeded,
  environments: [
    {
      name: 'prod',
      url: 'https://domifa.fabrique.social.gouv.fr',
      lastDeployedAt: '2026-11-18T15:10:00Z',
    },
  ],
  mirror,
} satisfies GitlabView;

export const gitlabViews = {
  ok: base,
  empty: {
    project: 'SocialGouv/domifa',
    pipelines: [],
    environments: [],
  },
  running: {
    ...base,
    defaultBranchPipeline: {
      ...succeeded,
      status: 'running',
      durationSeconds: undefined,
      createdAt: '2026-11-20T11:58:00Z',
    },
  },
  canceled: {
    ...base,
    defaultBranchPipeline: { ...succeeded, status: 'canceled' },
  },
  pipelineFailed: {
    ...base,
    pipelines: [failed, succeeded],
    defaultBranchPipeline: failed,
  },
  mirrorFailed: { ...base, mirror: { ...mirror, status: 'failed' } },
  mirrorBehind: {
    ...base,
    mirror: {
      ...mirror,
      sourceHead: 'a9b8c7d6',
      commitsBehind: 3,
      orphanBranches: ['try-this'],
    },
  },
  mirrorLate: {
    ...base,
    mirror: {
      ...mirror,
      commitsBehind: 1,
      behindSince: '2026-11-20T10:40:00Z',
    },
  },
  pipelineLong: {
    ...base,
    pipelines: [
      {
        ...succeeded,
        status: 'running',
        durationSeconds: undefined,
        createdAt: '2026-11-20T08:00:00Z',
      },
    ],
  },
} satisfies Record<string, GitlabView>;
