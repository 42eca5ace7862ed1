import { githubVerdictWords } from '@socialgouv/backstage-plugin-fabrique-common';

/** What the page says of GitHub. */
export const githubWords = {
  ...githubVerdictWords,
  /** The linked thing as the subject of a sentence. */
  thing: 'GitHub repository {{name}}',
  /** The linked thing as that to which one has access. */
  access: 'repository {{name}}',
  lastCommit: 'last commit {{time}}',
  empty: 'the repository is empty',
  archived: 'the repository is archived',
  pullRequests_zero: 'no open pull request',
  pullRequests_one: '{{count, number}} open pull request',
  pullRequests_other: '{{count, number}} open pull requests',
  pullRequestsAtLeast: 'at least {{minimum, number}} open pull requests',
  release: 'version {{tag}} {{time}}',
  sharedCi: 'shared CI {{ref}}',
  sharedCiNewer: 'shared CI {{ref}}, {{newer}} is out',
  sharedCiNewest: 'shared CI, always the newest',
  branch: 'default branch {{branch}}',
  branchProtected: 'default branch {{branch}}, protected',
  branchUnprotected: 'default branch {{branch}}, not protected',
  visibility: {
    public: 'public repository',
    private: 'private repository',
    internal: 'internal repository',
  },
  alerts_one: '{{count, number}} security alert',
  alerts_other: '{{count, number}} security alerts',
  rows: 'Open pull requests',
  draft: 'draft',
} as const;
