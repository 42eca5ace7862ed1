import { toGithubView } from './toGithubView';

const webUrl = 'https://github.com';
const pull = (number: number) => ({
  number,
  title: `Pull ${number}`,
  user: number % 2 ? { login: 'camille' } : null,
  created_at: '2026-11-20T10:00:00Z',
  draft: number === 12,
  html_url: `${webUrl}/SocialGouv/domifa/pull/${number}`,
});

describe('toGithubView', () => {
  it('maps what GitHub answers', () => {
    expect(
      toGithubView({
        webUrl,
        repository: {
          full_name: 'SocialGouv/domifa',
          description: 'Domiciliation',
          visibility: 'public',
          private: false,
          archived: false,
          default_branch: 'master',
        },
        branch: {
          protected: true,
          commit: {
            sha: 'abc',
            html_url: null,
            author: null,
            commit: {
              message: 'fix: sort the list\n\nIt was not.',
              author: { name: 'Camille' },
              committer: { date: '2026-11-22T10:00:00Z' },
            },
          },
        },
        isProtected: true,
        pulls: [12, 11, 10, 9, 8, 7].map(pull),
        pullTotal: 130,
        release: {
          tag_name: 'v1.2.3',
          published_at: null,
          created_at: '2026-11-01T10:00:00Z',
          html_url: `${webUrl}/SocialGouv/domifa/releases/tag/v1.2.3`,
        },
        sharedCi: { project: 'SocialGouv/gitlab-ci-yml', ref: 'v23.3.4' },
        securityAlertCount: 2,
      }),
    ).toEqual({
      repository: 'SocialGouv/domifa',
      description: 'Domiciliation',
      visibility: 'public',
      isArchived: false,
      defaultBranch: 'master',
      isDefaultBranchProtected: true,
      lastCommit: {
        sha: 'abc',
        message: 'fix: sort the list',
        author: 'Camille',
        committedAt: '2026-11-22T10:00:00Z',
        url: `${webUrl}/SocialGouv/domifa/commit/abc`,
      },
      pullRequests: {
        count: 130,
        complete: true,
        newest: [12, 11, 10, 9, 8].map(number => ({
          number,
          title: `Pull ${number}`,
          author: number % 2 ? 'camille' : undefined,
          createdAt: '2026-11-20T10:00:00Z',
          isDraft: number === 12,
          url: `${webUrl}/SocialGouv/domifa/pull/${number}`,
        })),
      },
      latestRelease: {
        tag: 'v1.2.3',
        publishedAt: '2026-11-01T10:00:00Z',
        url: `${webUrl}/SocialGouv/domifa/releases/tag/v1.2.3`,
      },
      sharedCi: { project: 'SocialGouv/gitlab-ci-yml', ref: 'v23.3.4' },
      openSecurityAlertCount: 2,
      securityAlertsUrl: `${webUrl}/SocialGouv/domifa/security/dependabot`,
    });
  });

  it('says nothing that an empty private repository does not say', () => {
    expect(
      toGithubView({
        webUrl,
        repository: {
          full_name: 'SocialGouv/new',
          description: '',
          private: true,
          default_branch: 'main',
        },
        pulls: [],
        pullTotal: 0,
      }),
    ).toEqual({
      repository: 'SocialGouv/new',
      description: undefined,
      visibility: 'private',
      isArchived: false,
      defaultBranch: 'main',
      isDefaultBranchProtected: undefined,
      lastCommit: undefined,
      pullRequests: { count: 0, complete: true, newest: [] },
      latestRelease: undefined,
      sharedCi: undefined,
      openSecurityAlertCount: undefined,
      securityAlertsUrl: undefined,
    });
  });
});
