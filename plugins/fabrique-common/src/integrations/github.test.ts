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
    newerRef: 'v23.3.4',
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

  it.each([
    [ci(2), 'github.sharedCiBehind', { ref: 'v22.0.0', latest: 'v23.3.4' }],
    [
      { isDefaultBranchProtected: false },
      'github.unprotected',
      { branch: 'master' },
    ],
    [{ openSecurityAlertCount: 3 }, 'github.securityAlerts', { count: 3 }],
  ] as [Partial<GithubView>, string, object][])(
    'asks for attention for %j',
    (view, key, params) => {
      expect(judge(view)).toEqual({
        level: 'attention',
        reasons: [{ level: 'attention', key, params }],
      });
    },
  );
});
