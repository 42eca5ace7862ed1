import { z } from 'zod/v4';
import { looseArray } from '../../upstream';

// Minimal versions of GitLab's answers: only the fields that the views need.

/** @public */
export const GitlabProject = z.object({
  id: z.number(),
  path_with_namespace: z.string(),
  default_branch: z.string().nullish(),
  /** Absent where the edition has no pull mirrors. */
  mirror: z.boolean().nullish(),
});
/** @public */
export type GitlabProject = z.infer<typeof GitlabProject>;

const GitlabPipelineItem = z.object({
  id: z.number(),
  ref: z.string(),
  sha: z.string(),
  status: z.string(),
  created_at: z.string(),
  web_url: z.string(),
});
/** @public */
export type GitlabPipelineItem = z.infer<typeof GitlabPipelineItem>;
/** @public */
export const GitlabPipelines = looseArray(GitlabPipelineItem);

/** @public */
export const GitlabJobs = looseArray(
  z.object({
    id: z.number(),
    name: z.string(),
    stage: z.string(),
    status: z.string(),
    allow_failure: z.boolean().nullish(),
    started_at: z.string().nullish(),
    finished_at: z.string().nullish(),
    web_url: z.string(),
  }),
);
/** @public */
export type GitlabJobs = z.infer<typeof GitlabJobs>;

/** @public */
export const GitlabEnvironments = looseArray(
  z.object({ name: z.string(), external_url: z.string().nullish() }),
);
/** @public */
export type GitlabEnvironments = z.infer<typeof GitlabEnvironments>;

/** @public */
export const GitlabDeployments = looseArray(
  z.object({
    created_at: z.string(),
    ref: z.string().nullish(),
    environment: z.object({ name: z.string() }),
    deployable: z
      .object({
        finished_at: z.string().nullish(),
        pipeline: GitlabPipelineItem.nullish().catch(undefined),
      })
      .nullish()
      .catch(undefined),
  }),
);
/** @public */
export type GitlabDeployments = z.infer<typeof GitlabDeployments>;

/** @public */
export const GitlabBranch = z.object({
  name: z.string(),
  commit: z.object({ id: z.string() }),
});
/** @public */
export type GitlabBranch = z.infer<typeof GitlabBranch>;
/** @public */
export const GitlabBranches = looseArray(GitlabBranch);
/** @public */
export type GitlabBranches = z.infer<typeof GitlabBranches>;

/** @public */
export const GitlabPullMirror = z.object({
  url: z.string(),
  update_status: z.string().nullish(),
  last_update_at: z.string().nullish(),
  last_successful_update_at: z.string().nullish(),
  last_error: z.string().nullish(),
});
/** @public */
export type GitlabPullMirror = z.infer<typeof GitlabPullMirror>;
