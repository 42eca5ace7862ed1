import { GithubView } from '@socialgouv/backstage-plugin-fabrique-common';

const base = {
  repository: 'SocialGouv/domifa',
  description: 'Domiciliation made simple',
  visibility: 'public',
  isArchived: false,
  defaultBranch: 'master',
  isDefaultBranchProtected: true,
  lastCommit: {
    sha: '4f1c2d9e',
    message: 'fix: keep the search when going back',
    author: 'camille-martin',
    committedAt: '2026-11-20T10:00:00Z',
    url: 'https://github.com/SocialGouv/domifa/commit/4f1c2d9e',
  },
  pullRequests: {
    count: 2,
    complete: true,
    newest: [
      {
        number: 3121,
        title: 'feat: export the statistics',
        author: 'lou-bernard',
        createdAt: '2026-11-20T09:00:00Z',
        isDraft: true,
        url: 'https://github.com/SocialGouv/domifa/pull/3121',
      },
      {
        number: 3118,
        title: 'chore: node 24',
        createdAt: '2026-11-17T09:00:00Z',
        isDraft: false,
        url: 'https://github.com/SocialGouv/domifa/pull/3118',
      },
    ],
  },
  latestRelease: {
    tag: 'v2.118.0',
    publishedAt: '2026-11-18T15:00:00Z',
    url: 'https://github.com/SocialGouv/domifa/releases/tag/v2.118.0',
  },
  sharedCi: {
    project: 'SocialGouv/gitlab-ci-yml',
    ref: 'v23.4.0',
    minorVersionsBehind: 0,
  },
  openSecurityAlertCount: 0,
} satisfies GithubView;

export const githubViews = {
  ok: base,
  empty: {
    repository: 'SocialGouv/domifa',
    visibility: 'private',
    isArchived: false,
    defaultBranch: 'main',
    pullRequests: { count: 0, complete: true, newest: [] },
  },
  quiet: {
    ...base,
    pullRequests: { count: 0, complete: true, newest: [] },
  },
  many: {
    ...base,
    pullRequests: { ...base.pullRequests, count: 100, complete: false },
  },
  archived: { ...base, isArchived: true },
  sharedCiBehind: {
    ...base,
    sharedCi: {
      project: 'SocialGouv/gitlab-ci-yml',
      ref: 'v20.1.0',
      newerRef: 'v23.4.1',
      minorVersionsBehind: 12,
    },
  },
  sharedCiOlder: {
    ...base,
    sharedCi: { ...base.sharedCi, newerRef: 'v23.4.1' },
  },
  unprotected: { ...base, isDefaultBranchProtected: false },
  securityAlerts: {
    ...base,
    openSecurityAlertCount: 4,
    securityAlertsUrl: 'https://github.com/SocialGouv/domifa/security/dependabot',
  },
} satisfies Record<string, GithubView>;
