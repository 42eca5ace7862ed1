import { z } from 'zod/v4';
import { looseArray } from '../../upstream';

// Minimal versions of Grafana's answers: only the fields that the views need.

/** @public */
export const GrafanaDashboards = looseArray(
  z.object({
    uid: z.string().min(1),
    title: z.string(),
    folderTitle: z.string().nullish(),
  }),
);
/** @public */
export type GrafanaDashboards = z.infer<typeof GrafanaDashboards>;

/** @public */
export const GrafanaAlerts = looseArray(
  z.object({
    labels: z.record(z.string(), z.string()),
    annotations: z.record(z.string(), z.string()).nullish(),
    startsAt: z.string(),
    generatorURL: z.string().nullish(),
  }),
);
/** @public */
export type GrafanaAlerts = z.infer<typeof GrafanaAlerts>;
