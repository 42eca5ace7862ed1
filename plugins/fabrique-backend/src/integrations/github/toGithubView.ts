import { GithubView } from '@socialgouv/backstage-plugin-fabrique-common';
import {
  GithubBranch,
  GithubPulls,
  GithubRelease,
  GithubRepository,
} from '@socialgouv/backstage-plugin-fabrique-node';

const shownPulls = 5;

/** What GitHub answered about one repository. */
export interface GithubAnswers {
  /** Address of GitHub's pages, without a trailing slash. */
  webUrl: string;
  repository: GithubRepository;
  /** The default branch; absent in an empty repository. */
  branch?: GithubBranch;
  isProtected?: boolean;
  /** Newest first. */
  pulls: GithubPulls;
  /** Of all open pull requests. */
  pullTotal: number;
  release?: GithubRelease;
  sharedCi?: GithubView['sharedCi'];
  securityAlertCount?: number;
}

/** Makes the view of a repository of what GitHub answered. */
export function toGithubView(answers: GithubAnswers): GithubView {
  const { repository, branch, pulls, release, securityAlertCount } = answers;
  return {
    repository: repository.full_name,
    description: repository.description || undefined,
    visibility: toVisibility(repository),
    isArchived: repository.archived ?? false,
    defaultBranch: repository.default_branch,
    isDefaultBranchProtected: answers.isProtected,
    lastCommit: branch && toLastCommit(branch, answers),
    pullRequests: {
      count: answers.pullTotal,
      // Counted by the last page: never a lower bound.
      complete: true,
      newest: pulls.slice(0, shownPulls).map(pull => ({
        number: pull.number,
        title: pull.title,
        author: pull.user?.login,
        createdAt: pull.created_at,
        isDraft: pull.draft ?? false,
        url: pull.html_url,
      })),
    },
    latestRelease: release && {
      tag: release.tag_name,
      publishedAt: release.published_at ?? release.created_at,
      url: release.html_url,
    },
    sharedCi: answers.sharedCi,
    openSecurityAlertCount: securityAlertCount,
    securityAlertsUrl: securityAlertCount
      ? `${answers.webUrl}/${repository.full_name}/security/dependabot`
      : undefined,
  };
}

function toVisibility(repository: GithubRepository): GithubView['visibility'] {
  const { visibility } = repository;
  if (visibility === 'internal' || visibility === 'public') return visibility;
  return repository.private || visibility === 'private' ? 'private' : 'public';
}

function toLastCommit(
  { commit }: GithubBranch,
  { webUrl, repository }: GithubAnswers,
): GithubView['lastCommit'] {
  return {
    sha: commit.sha,
    message: commit.commit.message.split('\n')[0],
    author: commit.author?.login ?? commit.commit.author?.name ?? undefined,
    committedAt: commit.commit.committer.date,
    url:
      commit.html_url ??
      `${webUrl}/${repository.full_name}/commit/${commit.sha}`,
  };
}
