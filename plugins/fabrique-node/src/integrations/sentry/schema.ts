import { z } from 'zod/v4';
import { looseArray } from '../../upstream';

// Minimal versions of Sentry's schemas: only the fields that the views need.

/** @public */
export const SentryProject = z.object({
  id: z.coerce.string(),
  slug: z.string(),
  hasSessions: z.boolean().nullish(),
});
/** @public */
export type SentryProject = z.infer<typeof SentryProject>;

const SentryIssueItem = z.object({
  id: z.coerce.string(),
  shortId: z.string(),
  title: z.string(),
  culprit: z.string().nullish(),
  level: z.string().nullish(),
  count: z.coerce.number(),
  userCount: z.number().nullish(),
  firstSeen: z.string(),
  lastSeen: z.string(),
  substatus: z.string().nullish(),
  permalink: z.string().nullish(),
});
/** @public */
export const SentryIssues = looseArray(SentryIssueItem);
/** @public */
export type SentryIssues = z.infer<typeof SentryIssues>;

/** @public */
export const SentryEnvironments = looseArray(z.object({ name: z.string() }));

/** @public */
export const SentryReleases = looseArray(
  z.object({ version: z.string(), dateCreated: z.string() }),
);
/** @public */
export type SentryReleases = z.infer<typeof SentryReleases>;

/** @public */
export const SentryStats = z.object({
  intervals: z.array(z.string()),
  groups: z.array(
    z.object({ series: z.object({ 'sum(quantity)': z.array(z.number()) }) }),
  ),
});
/** @public */
export type SentryStats = z.infer<typeof SentryStats>;

/** @public */
export const SentrySessions = z.object({
  groups: z.array(
    z.object({
      totals: z.object({
        'crash_free_rate(session)': z.number().nullish(),
      }),
    }),
  ),
});
/** @public */
export type SentrySessions = z.infer<typeof SentrySessions>;
