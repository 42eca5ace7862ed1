import {
  toUpptimeVerdict,
  upptimeAnnotation,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  isUpstreamError,
  readLinkAnnotation,
  readUpptimeConfig,
  UpptimeClient,
  UpptimeIncidentsClient,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { shareAnswer } from '../../overview/shareAnswer';
import { computeEntityNames } from '../../names/computeEntityNames';
import { createProviderFactory } from '../ProviderFactory';
import { findUpptimeSite, toSiteKey } from './findUpptimeSite';
import { toFirstDay, toUpptimeView } from './toUpptimeView';

/** How long the words of incidents are waited for; those that come later are there the next time. */
const incidentsWaitMs = 1_000;

type UpptimeTarget = { siteKeys: string[] };

/**
 * How UppTime answers for an entity. It mostly watches production: without an annotation of its own, an
 * environment has the same answer.
 */
export const upptimeProvider = createProviderFactory<'upptime', UpptimeTarget>(
  ({ config, thresholds, tuning, github, logger }) => {
    const upptime = readUpptimeConfig(config);
    if (!upptime) return undefined;
    const { statusUrl, repository } = upptime;
    const client = UpptimeClient.create(upptime, tuning);
    const incidents =
      github && repository && UpptimeIncidentsClient.create(github, repository);
    // Without a caller's signal: the answers are for all entities, and one that gives up must not take
    // them from the others. The client's own time-out ends the calls.
    const getSummary = shareAnswer(() => client.getSummary({}), {
      keepMs: 60_000,
    });
    const listIncidents = shareAnswer(
      async () =>
        incidents
          ?.listIncidents({ since: toFirstDay(new Date()) }, {})
          .catch(error => {
            if (!isUpstreamError(error)) throw error;
            // They add words to the summary, which is shown without them.
            logger.warn(
              `The incidents of UppTime are unknown: ${error.message}`,
            );
            return undefined;
          }),
      { keepMs: 300_000 },
    );
    return {
      id: 'upptime',
      annotation: upptimeAnnotation,
      scope: 'production',
      freshForMs: 300_000,
      // All targets share one file.
      fleetTargetsPerMinute: 600,

      toTarget(entity, environment) {
        const url = readLinkAnnotation(entity, upptimeAnnotation, environment);
        return url ? { siteKeys: [toSiteKey(url)] } : undefined;
      },

      deriveTarget(entity) {
        const names = computeEntityNames(entity, config);
        if (!names) return undefined;
        const urls = [
          ...(entity.metadata.links ?? []).map(({ url }) => url),
          names.environments.prod.url,
        ].filter(url => /^https?:\/\//.test(url));
        return { siteKeys: [...new Set(urls.map(toSiteKey))] };
      },

      describe: ({ siteKeys }) => ({ title: siteKeys[0], url: statusUrl }),

      async load({ siteKeys }) {
        const [sites, issues] = await Promise.all([
          getSummary(),
          // A GitHub that hangs keeps nobody from seeing whether the site is up.
          Promise.race([listIncidents(), after(incidentsWaitMs)]),
        ]);
        return toUpptimeView(findUpptimeSite(sites, siteKeys), {
          statusUrl,
          issues,
          now: new Date(),
        });
      },

      toVerdict: view => toUpptimeVerdict(view, thresholds.upptime),
    };
  },
);

function after(ms: number): Promise<undefined> {
  return new Promise(resolve => {
    setTimeout(resolve, ms, undefined).unref();
  });
}
