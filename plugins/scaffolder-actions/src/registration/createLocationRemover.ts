import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Remover } from '../undo/Remover';

/** Takes a catalog-info.yaml out of the catalog. */
export function createLocationRemover(options: {
  catalog: CatalogService;
  auth: AuthService;
}): Remover {
  const { catalog, auth } = options;
  const find = async (target: string | undefined) => {
    const credentials = await auth.getOwnServiceCredentials();
    const { items } = await catalog.getLocations({}, { credentials });
    return items.find(location => location.target === target);
  };
  return {
    nameOf: ({ key }) => key.slice('catalog/'.length),
    async inspect({ location }) {
      return { exists: (await find(location)) !== undefined };
    },
    async remove({ location }) {
      const found = await find(location);
      if (!found) return;
      const credentials = await auth.getOwnServiceCredentials();
      await catalog.removeLocationById(found.id, { credentials });
    },
  };
}
