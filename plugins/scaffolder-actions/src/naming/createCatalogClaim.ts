import { stringifyEntityRef } from '@backstage/catalog-model';
import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NameClaim } from './NameClaim';

/** Asks the catalog for a component of the same name that another team owns. */
export function createCatalogClaim(options: {
  catalog: CatalogService;
  auth: AuthService;
}): NameClaim {
  const { catalog, auth } = options;
  return {
    system: 'the catalog',
    async findHolder(names, team) {
      const entityRef = stringifyEntityRef({
        kind: 'component',
        namespace: 'default',
        name: names.name,
      });
      // The portal's own eyes: a component that the person may not see holds its name all the same.
      const credentials = await auth.getOwnServiceCredentials();
      const component = await catalog.getEntityByRef(entityRef, {
        credentials,
      });
      const owner = component?.relations?.find(
        ({ type }) => type === 'ownedBy',
      )?.targetRef;
      if (!component || owner === team.entityRef) return undefined;
      return `The catalog has a component '${names.name}' of ${
        owner ?? 'an unknown owner'
      }. Choose another name.`;
    },
  };
}
