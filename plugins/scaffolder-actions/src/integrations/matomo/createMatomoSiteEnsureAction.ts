import { Config } from '@backstage/config';
import { MatomoProvisioner } from '@socialgouv/backstage-plugin-fabrique-node';
import {
  defineEnsureAction,
  EnsuredResource,
  EnsureKernel,
} from '../../ensure';
import { computeNames } from '../../naming/computeNames';
import { requireConfigured } from '../../requireConfigured';
import { examples } from './createMatomoSiteEnsureAction.examples';

const id = 'fabrique:matomo:site:ensure';

/**
 * Creates the action `fabrique:matomo:site:ensure`.
 *
 * @public
 */
export function createMatomoSiteEnsureAction(options: {
  kernel: EnsureKernel;
  config: Config;
  matomo: MatomoProvisioner | undefined;
}) {
  return defineEnsureAction({
    id,
    kernel: options.kernel,
    description:
      "Makes sure of a Matomo site that counts the visits of an address, with the settings that the CNIL's exemption from consent asks of a site: no orders, and no personal data in the addresses that are kept. A site that counts this address already is kept as it is, unless `exemption` is said. How long data are kept and IP addresses are settings of the whole Matomo.",
    examples,
    schema: {
      input: {
        name: z => z.string().describe('Name of the site in Matomo.'),
        url: z =>
          z
            .string()
            .url()
            .describe('Address of the application in production.'),
        exemption: z =>
          z
            .boolean()
            .optional()
            .describe(
              "Also give a site that exists the settings of the CNIL's exemption.",
            ),
      },
      output: {
        siteId: z => z.number().describe('Number of the site.'),
        url: z => z.string().describe('Page of the site in Matomo.'),
      },
    },
    prepare({ name, url, exemption = false }) {
      const matomo = requireConfigured(options.matomo, id, 'Matomo', 'matomo');
      const site = createSiteResource(matomo, { name, url, exemption });
      return {
        application: computeNames(options.config, name).repository,
        resources: [site],
        toOutputs(references) {
          const siteId = references(site.key) as number;
          return { siteId, url: toSiteUrl(matomo, siteId) };
        },
      };
    },
  });
}

function createSiteResource(
  matomo: MatomoProvisioner,
  wish: { name: string; url: string; exemption: boolean },
): EnsuredResource<{ siteId?: number; missing: string[] }, number> {
  return {
    key: `matomo/${wish.url}`,
    title: `Matomo site ${wish.name}`,
    ledger: { type: 'matomo-site', environment: 'prod' },
    async read(call) {
      const siteId = await matomo.findSite(wish.url, call);
      const { missing } =
        siteId && wish.exemption
          ? await matomo.getExemption(siteId, call)
          : { missing: [] };
      return { siteId, missing };
    },
    plan({ siteId, missing }) {
      if (!siteId) return { verb: 'create', detail: wish.url };
      return missing.length > 0
        ? {
            verb: 'update',
            detail: `site ${siteId}, exemption: ${missing.join('; ')}`,
            untagged: true,
          }
        : {
            verb: 'nothing',
            detail: `site ${siteId} counts ${wish.url}`,
            untagged: true,
          };
    },
    async apply({ missing }, call) {
      // Matomo makes a second site of the same address without a word.
      const present = await matomo.findSite(wish.url, call);
      if (!present) return matomo.createSite(wish, call);
      if (missing.length > 0) await matomo.exempt(present, call);
      return present;
    },
    refer: ({ siteId }) => siteId ?? 0,
    locate: siteId => toSiteUrl(matomo, siteId),
  };
}

function toSiteUrl({ baseUrl }: MatomoProvisioner, siteId: number): string {
  return `${baseUrl}/index.php?module=CoreHome&action=index&idSite=${siteId}&period=day&date=yesterday`;
}
