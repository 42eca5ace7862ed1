import { z } from 'zod/v4';

// Minimal versions of GitHub's answers: only the fields that the actions need.

export const Repository = z.object({
  html_url: z.string(),
  clone_url: z.string(),
  default_branch: z.string(),
  private: z.boolean(),
  topics: z.array(z.string()).nullish(),
});
export const Branch = z.object({ commit: z.object({ sha: z.string() }) });
export const Team = z.object({ id: z.number(), slug: z.string() });
export const TeamAccess = z.object({
  role_name: z.string().nullish(),
  permissions: z.record(z.string(), z.boolean()).nullish(),
});
/** Something that is there, and no page of a proxy. */
export const Present = z.union([z.object({}), z.array(z.unknown())]);

/**
 * A repository, as far as the actions look at it.
 *
 * @public
 */
export interface GithubRepositoryState {
  htmlUrl: string;
  cloneUrl: string;
  defaultBranch: string;
  isPrivate: boolean;
  topics: string[];
  /** Newest commit of the default branch; undefined when the repository is empty. */
  headSha?: string;
}

/** What GitHub calls a role, in the words in which one is given. */
export function toRole({
  role_name: role,
  permissions,
}: z.infer<typeof TeamAccess>): string | undefined {
  // Older servers say the permissions alone.
  const strongest = ['admin', 'maintain', 'push', 'triage', 'pull'].find(
    permission => permissions?.[permission],
  );
  const given: Record<string, string> = { write: 'push', read: 'pull' };
  return given[role ?? ''] ?? role ?? strongest;
}

/** Makes the state of a repository of what GitHub says of it. */
export function toState(
  repository: z.infer<typeof Repository>,
): GithubRepositoryState {
  return {
    htmlUrl: repository.html_url,
    cloneUrl: repository.clone_url,
    defaultBranch: repository.default_branch,
    isPrivate: repository.private,
    topics: repository.topics ?? [],
  };
}
