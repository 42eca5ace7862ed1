import {
  toUpptimeVerdict,
  upptimeAnnotation,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  readLinkAnnotation,
  readUpptimeConfig,
  UpptimeClient,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { shareAnswer } from '../../overview/shareAnswer';
import { createProviderFactory } from '../ProviderFactory';
import { findUpptimeSite, toSiteKey } from './findUpptimeSite';
import { toUpptimeView } from './toUpptimeView';

type UpptimeTarget = { siteKey: string };

/** How UppTime answers for an entity. It mostly watches production: without an annotation of its own, an environment has the same answer. */
export const upptimeProvider = createProviderFactory<'upptime', UpptimeTarget>(
  ({ config, thresholds, tuning }) => {
    const upptime = readUpptimeConfig(config);
    if (!upptime) return undefined;
    const { statusUrl } = upptime;
    const client = UpptimeClient.create(upptime, tuning);
    // Without a caller's signal: the file is for all entities, and one that gives up must not take
    // it from the others. The client's own time-out ends the call.
    const getSummary = shareAnswer(() => client.getSummary({}), {
      keepMs: 60_000,
    });
    return {
      id: 'upptime',
      annotation: upptimeAnnotation,
      scope: 'production',
      freshForMs: 300_000,
      // All targets share one file.
      fleetTargetsPerMinute: 600,

      toTarget(entity, environment) {
        const url = readLinkAnnotation(entity, upptimeAnnotation, environment);
        return url ? { siteKey: toSiteKey(url) } : undefined;
      },

      describe: ({ siteKey }) => ({ title: siteKey, url: statusUrl }),

      load: async ({ siteKey }) =>
        toUpptimeView(findUpptimeSite(await getSummary(), siteKey), {
          statusUrl,
          now: new Date(),
        }),

      toVerdict: view => toUpptimeVerdict(view, thresholds.upptime),
    };
  },
);
