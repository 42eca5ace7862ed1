import { z } from 'zod/v4';
import { looseArray } from '../../upstream';

// Minimal versions of GitHub's answers: only the fields that the views need.

/** @public */
export const GithubRepository = z.object({
  full_name: z.string(),
  description: z.string().nullish(),
  private: z.boolean().nullish(),
  visibility: z.string().nullish(),
  archived: z.boolean().nullish(),
  default_branch: z.string(),
});
/** @public */
export type GithubRepository = z.infer<typeof GithubRepository>;

/** @public */
export const GithubBranch = z.object({
  protected: z.boolean().nullish(),
  commit: z.object({
    sha: z.string(),
    html_url: z.string().nullish(),
    author: z.object({ login: z.string() }).nullish().catch(undefined),
    commit: z.object({
      message: z.string(),
      author: z.object({ name: z.string().nullish() }).nullish(),
      committer: z.object({ date: z.string() }),
    }),
  }),
});
/** @public */
export type GithubBranch = z.infer<typeof GithubBranch>;

/** @public */
export const GithubPulls = looseArray(
  z.object({
    number: z.number(),
    title: z.string(),
    user: z.object({ login: z.string() }).nullish(),
    created_at: z.string(),
    draft: z.boolean().nullish(),
    html_url: z.string(),
  }),
);
/** @public */
export type GithubPulls = z.infer<typeof GithubPulls>;

/** @public */
export const GithubRelease = z.object({
  tag_name: z.string(),
  published_at: z.string().nullish(),
  created_at: z.string(),
  html_url: z.string(),
});
/** @public */
export type GithubRelease = z.infer<typeof GithubRelease>;

/** A file, base64. @public */
export const GithubFile = z.object({
  type: z.literal('file'),
  content: z.string(),
});

/** What is in a folder. @public */
export const GithubFolder = looseArray(
  z.object({ type: z.string(), name: z.string() }),
);

/** @public */
export const GithubTags = looseArray(z.object({ name: z.string() }));

/** @public */
export const GithubTeams = looseArray(z.object({ slug: z.string() }));
