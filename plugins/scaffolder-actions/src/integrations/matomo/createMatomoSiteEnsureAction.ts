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
      'Makes sure of a Matomo site that counts the visits of an address. A site that counts this address already is kept.',
    examples,
    schema: {
      input: {
        name: z => z.string().describe('Name of the site in Matomo.'),
        url: z =>
          z
            .string()
            .url()
            .describe('Address of the application in production.'),
      },
      output: {
        siteId: z => z.number().describe('Number of the site.'),
        url: z => z.string().describe('Page of the site in Matomo.'),
      },
    },
    prepare({ name, url }) {
      const matomo = requireConfigured(options.matomo, id, 'Matomo', 'matomo');
      const site = createSiteResource(matomo, { name, url });
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
  wish: { name: string; url: string },
): EnsuredResource<{ siteId?: number }, number> {
  return {
    key: `matomo/${wish.url}`,
    title: `site ${wish.name}`,
    ledger: { type: 'matomo-site', environment: 'prod' },
    async read(call) {
      return { siteId: await matomo.findSite(wish.url, call) };
    },
    plan: ({ siteId }) =>
      siteId
        ? {
            verb: 'nothing',
            detail: `site ${siteId} counts ${wish.url}`,
            untagged: true,
          }
        : { verb: 'create', detail: wish.url },
    async apply(_found, call) {
      // Matomo makes a second site of the same address without a word.
      const present = await matomo.findSite(wish.url, call);
      return present ?? matomo.createSite(wish, call);
    },
    refer: ({ siteId }) => siteId ?? 0,
    locate: siteId => toSiteUrl(matomo, siteId),
  };
}

function toSiteUrl({ baseUrl }: MatomoProvisioner, siteId: number): string {
  return `${baseUrl}/index.php?module=CoreHome&action=index&idSite=${siteId}&period=day&date=yesterday`;
}
