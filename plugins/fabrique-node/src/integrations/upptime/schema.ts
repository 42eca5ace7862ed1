import { z } from 'zod/v4';
import { looseArray } from '../../upstream';

// Minimal version of UppTime's summary: only the fields that the view needs. Which of them there are
// depends on UppTime's version, so an odd one is left out and never costs the whole row.

const text = z.string().nullish().catch(undefined);
const milliseconds = z.number().nullish().catch(undefined);

/** One site of UppTime. @public */
export const UpptimeSite = z.object({
  name: z.string(),
  url: z.string(),
  slug: text,
  /** `up`, `down` or `degraded`. */
  status: text,
  /** `99.95%`, of all time; the others of their period. */
  uptime: text,
  uptimeDay: text,
  uptimeWeek: text,
  uptimeMonth: text,
  uptimeYear: text,
  /** Average in milliseconds, of all time; the others of their period. */
  time: milliseconds,
  timeDay: milliseconds,
  timeWeek: milliseconds,
  timeMonth: milliseconds,
  timeYear: milliseconds,
  /** Minutes by day, `2026-11-23`; days without any are left out. */
  dailyMinutesDown: z.record(z.string(), z.number()).nullish().catch(undefined),
});
/** @public */
export type UpptimeSite = z.infer<typeof UpptimeSite>;

/** Issues of UppTime's repository: incidents. @public */
export const UpptimeIssues = looseArray(
  z.object({
    title: z.string(),
    html_url: z.string(),
    body: text,
    created_at: z.string(),
    closed_at: text,
    labels: looseArray(
      z.union([
        z.string(),
        z.object({ name: z.string() }).transform(({ name }) => name),
      ]),
    ),
  }),
);
/** @public */
export type UpptimeIssues = z.infer<typeof UpptimeIssues>;

/** `history/summary.json`: every site of UppTime. @public */
export const UpptimeSummary = looseArray(UpptimeSite);
/** @public */
export type UpptimeSummary = z.infer<typeof UpptimeSummary>;
