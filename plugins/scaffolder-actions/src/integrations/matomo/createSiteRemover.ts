import { MatomoProvisioner } from '@socialgouv/backstage-plugin-fabrique-node';
import { Remover } from '../../undo/Remover';

/** Removes a site with its visits. */
export function createSiteRemover(matomo: MatomoProvisioner): Remover {
  const findSite: (
    ...args: Parameters<Remover['inspect']>
  ) => Promise<number | undefined> = async ({ key, reference }, call) => {
    const url = key.slice('matomo/'.length);
    if (typeof reference !== 'number') return matomo.findSite(url, call);
    return (await matomo.hasSite(reference, call)) ? reference : undefined;
  };
  return {
    nameOf: ({ key }) => key.slice('matomo/'.length),
    async inspect(entry, call) {
      return { exists: (await findSite(entry, call)) !== undefined };
    },
    async remove(entry, call) {
      const siteId = await findSite(entry, call);
      if (siteId !== undefined) await matomo.deleteSite(siteId, call);
    },
  };
}
