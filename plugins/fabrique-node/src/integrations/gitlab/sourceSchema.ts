import { z } from 'zod/v4';
import { looseArray } from '../../upstream';

// Minimal versions of what GitHub answers about the source of a mirror.

/** Heads of the mirror's source. */
export const SourceBranches = looseArray(
  z.object({ name: z.string(), commit: z.object({ sha: z.string() }) }),
);

/** One head of the mirror's source. */
export const SourceBranch = z.object({ commit: z.object({ sha: z.string() }) });

/** What the source has after a commit, oldest first. */
export const SourceComparison = z.object({
  ahead_by: z.number(),
  commits: looseArray(
    z.object({
      commit: z.object({ committer: z.object({ date: z.string() }) }),
    }),
  ),
});
