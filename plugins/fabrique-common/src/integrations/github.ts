import {
  createVerdict,
  Verdict,
  VerdictReason,
  VerdictWords,
} from '../verdict';
import { AnnotationDefinition } from '../annotation';

/**
 * Links an entity to its GitHub repository, as the core GitHub plugins do.
 *
 * @public
 */
export const githubAnnotation: AnnotationDefinition = {
  name: 'github.com/project-slug',
  title: { en: 'GitHub repository', fr: 'Dépôt GitHub' },
  description: {
    en: 'Owner and name of the GitHub repository.',
    fr: 'Propriétaire et nom du dépôt GitHub.',
  },
  pattern: '[A-Za-z0-9-]+/[A-Za-z0-9._-]+',
  example: 'SocialGouv/domifa',
};

/**
 * An open pull request.
 *
 * @public
 */
export interface GithubPullRequest {
  number: number;
  title: string;
  author?: string;
  createdAt: string;
  isDraft: boolean;
  url: string;
}

/**
 * A GitHub repository.
 *
 * @public
 */
export interface GithubView {
  repository: string;
  description?: string;
  visibility: 'public' | 'private' | 'internal';
  isArchived: boolean;
  defaultBranch: string;
  /** Absent when the portal's token may not see it. */
  isDefaultBranchProtected?: boolean;
  /** Absent in an empty repository. */
  lastCommit?: {
    sha: string;
    message: string;
    author?: string;
    committedAt: string;
    url: string;
  };
  /** The five newest; `count` is that of all. */
  pullRequests: {
    count: number;
    complete: boolean;
    newest: GithubPullRequest[];
  };
  latestRelease?: { tag: string; publishedAt: string; url: string };
  /** The shared CI that `.gitlab-ci.yml` or a workflow includes; absent when none does. */
  sharedCi?: {
    project: string;
    /** Tag or branch; `HEAD` where the repository names none. */
    ref: string;
    /** The newest version, where it is newer than the included one. */
    newerRef?: string;
    /** Absent where the repository follows a branch, or nothing is known of the versions. */
    minorVersionsBehind?: number;
  };
  /** Open Dependabot alerts; absent when they are off, or the portal's token may not see them. */
  openSecurityAlertCount?: number;
  /** Page of the open alerts, where there are any. */
  securityAlertsUrl?: string;
}

/**
 * When a repository asks for attention.
 *
 * @public
 */
export interface GithubThresholds {
  /** Minor versions that the shared CI may be behind. */
  sharedCiMinorVersionsBehind: number;
}

/**
 * Defaults of {@link GithubThresholds}.
 *
 * @public
 */
export const defaultGithubThresholds: GithubThresholds = {
  sharedCiMinorVersionsBehind: 1,
};

/**
 * Judges a repository.
 *
 * @public
 */
export function toGithubVerdict(
  view: GithubView,
  thresholds: GithubThresholds,
): Verdict {
  const reasons: VerdictReason[] = [];
  const { sharedCi, openSecurityAlertCount = 0 } = view;
  if (
    (sharedCi?.minorVersionsBehind ?? 0) >
    thresholds.sharedCiMinorVersionsBehind
  ) {
    reasons.push({
      level: 'attention',
      key: 'github.sharedCiBehind',
      params: { ref: sharedCi!.ref, latest: sharedCi!.newerRef ?? '' },
    });
  }
  if (view.isDefaultBranchProtected === false) {
    reasons.push({
      level: 'attention',
      key: 'github.unprotected',
      params: { branch: view.defaultBranch },
    });
  }
  if (openSecurityAlertCount > 0) {
    reasons.push({
      level: 'attention',
      key: 'github.securityAlerts',
      params: { count: openSecurityAlertCount },
    });
  }
  return createVerdict(reasons);
}

/**
 * Name of the service, and the sentences of {@link toGithubVerdict}.
 *
 * @public
 */
export const githubVerdictWords = {
  title: 'GitHub',
  reason: {
    sharedCiBehind: 'the shared CI is at {{ref}}, the newest is {{latest}}',
    unprotected: 'the branch {{branch}} is not protected',
    securityAlerts_one: '{{count, number}} open security alert',
    securityAlerts_other: '{{count, number}} open security alerts',
  },
} as const satisfies VerdictWords;

/**
 * French of {@link githubVerdictWords}.
 *
 * @public
 */
export const frGithubVerdictWords = {
  title: 'GitHub',
  reason: {
    sharedCiBehind:
      'la CI partagée est en {{ref}}, la plus récente est {{latest}}',
    unprotected: "la branche {{branch}} n'est pas protégée",
    securityAlerts_one: '{{count, number}} alerte de sécurité ouverte',
    securityAlerts_other: '{{count, number}} alertes de sécurité ouvertes',
  },
} satisfies VerdictWords<keyof typeof githubVerdictWords.reason>;
