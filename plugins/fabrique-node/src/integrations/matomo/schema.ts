import { z } from 'zod/v4';
import { looseArray } from '../../upstream';

// Minimal versions of Matomo's answers: only the fields that the views need. Matomo writes numbers
// as numbers or as strings, by version and report.

/** Matomo's way to say no, with HTTP 200. @public */
export const MatomoRefusal = z.object({
  result: z.literal('error'),
  message: z.string().catch(''),
});

/** @public */
export const MatomoSite = z.object({
  idsite: z.coerce.number(),
  name: z.string(),
  main_url: z.string(),
  ecommerce: z.coerce.number().nullish(),
});
/** @public */
export type MatomoSite = z.infer<typeof MatomoSite>;

/** Visits by day, `2026-11-23`; Matomo answers `[]` where it has none. @public */
export const MatomoVisitsByDay = z.union([
  z.record(z.string(), z.coerce.number()),
  z.array(z.unknown()).transform((): Record<string, number> => ({})),
]);
/** @public */
export type MatomoVisitsByDay = z.infer<typeof MatomoVisitsByDay>;

/** @public */
export const MatomoSummary = z.object({
  /** `45%`, or `45,5%` in a French Matomo. */
  bounce_rate: z.string().nullish(),
  nb_actions_per_visit: z.coerce.number().nullish(),
});
/** @public */
export type MatomoSummary = z.infer<typeof MatomoSummary>;

/** @public */
export const MatomoPages = looseArray(
  z.object({
    label: z.string(),
    nb_visits: z.coerce.number(),
    url: z.string().nullish(),
  }),
);
/** @public */
export type MatomoPages = z.infer<typeof MatomoPages>;

const MatomoGoal = z.object({ idgoal: z.coerce.number(), name: z.string() });
/** A list, or an object by id. @public */
export const MatomoGoals = z.union([
  looseArray(MatomoGoal),
  z.record(z.string(), MatomoGoal).transform(goals => Object.values(goals)),
]);
/** @public */
export type MatomoGoals = z.infer<typeof MatomoGoals>;

/** Conversions of each goal, as `goal_<id>_nb_conversions`. @public */
export const MatomoConversions = z.union([
  z.record(z.string(), z.unknown()),
  z.array(z.unknown()).transform((): Record<string, unknown> => ({})),
]);
/** @public */
export type MatomoConversions = z.infer<typeof MatomoConversions>;

/** Heatmaps or session recordings of a site. @public */
export const MatomoRecordings = looseArray(
  z.object({ status: z.string().nullish() }),
);
/** @public */
export type MatomoRecordings = z.infer<typeof MatomoRecordings>;

/** Who was tracked with a User ID. @public */
export const MatomoUsers = z.array(z.unknown());
/** @public */
export type MatomoUsers = z.infer<typeof MatomoUsers>;
