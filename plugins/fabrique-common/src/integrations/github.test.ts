import { defaultGithubThresholds, GithubView, toGithubVerdict } from './github';

const judge = (view: Partial<GithubView>) =>
  toGithubVerdict(
    {
      repository: 'SocialGouv/domifa',
      visibility: 'public',
      isArchived: false,
      defaultBranch: 'master',
      pullRequests: { count: 0, complete: true, newest: [] },
      ...view,
    },
    defaultGithubThresholds,
  );
const ci = (minorVersionsBehind?: number) => ({
  sharedCi: {
    project: 'SocialGouv/gitlab-ci-yml',
    ref: 'v22.0.0',
    latestRef: 'v23.3.4',
    minorVersionsBehind,
  },
});

describe('toGithubVerdict', () => {
  it('is well with what it does not know, and one version behind', () => {
    expect(judge({})).toEqual({ level: 'ok', reasons: [] });
    expect(judge(ci(undefined)).level).toBe('ok');
    expect(judge(ci(1)).level).toBe('ok');
    expect(judge({ isDefaultBranchProtected: true }).level).toBe('ok');
    expect(judge({ openSecurityAlertCount: 0 }).level).toBe('ok');
  });

  it('asks for attention with every reason', () => {
    expect(
      judge({
        ...ci(2),
        isDefaultBranchProtected: false,
        openSecurityAlertCount: 3,
      }),
    ).toEqual({
      level: 'attention',
      reasons: [
        {
          level: 'attention',
          key: 'github.sharedCiBehind',
          params: { ref: 'v22.0.0', latest: 'v23.3.4' },
        },
        {
          level: 'attention',
          key: 'github.unprotected',
          params: { branch: 'master' },
        },
        {
          level: 'attention',
          key: 'github.securityAlerts',
          params: { count: 3 },
        },
      ],
    });
  });
});
