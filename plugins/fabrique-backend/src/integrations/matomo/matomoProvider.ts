import {
  matomoAnnotation,
  toMatomoVerdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  MatomoClient,
  readLinkAnnotation,
  readMatomoConfig,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { createProviderFactory } from '../ProviderFactory';
import { toMatomoView } from './toMatomoView';

type MatomoTarget = { siteId: number };

/** How Matomo answers for an entity. It mostly counts production: without an annotation of its own, an environment has the same answer. */
export const matomoProvider = createProviderFactory<'matomo', MatomoTarget>(
  ({ config, thresholds, tuning }) => {
    const matomo = readMatomoConfig(config);
    if (!matomo) return undefined;
    const client = MatomoClient.create(matomo, tuning);
    return {
      id: 'matomo',
      annotation: matomoAnnotation,
      scope: 'production',
      freshForMs: 300_000,
      fleetTargetsPerMinute: 60,

      toTarget(entity, environment) {
        const siteId = readLinkAnnotation(
          entity,
          matomoAnnotation,
          environment,
        );
        return siteId ? { siteId: Number(siteId) } : undefined;
      },

      describe: ({ siteId }) => ({
        title: `Site ${siteId}`,
        url: `${matomo.baseUrl}/index.php?module=CoreHome&action=index&idSite=${siteId}&period=day&date=yesterday`,
      }),

      load: async ({ siteId }, options) =>
        toMatomoView(await client.getSiteReport(siteId, options)),

      toVerdict: view => toMatomoVerdict(view, thresholds.matomo),
    };
  },
);
