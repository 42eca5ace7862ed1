import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Environment } from '@socialgouv/backstage-plugin-fabrique-common';
import { IntegrationProvider } from '@socialgouv/backstage-plugin-fabrique-node';
import { FleetStore } from './FleetStore';
import { toFleetComponent } from './toFleetComponent';

const componentsAtOnce = 200;

/**
 * Takes the components of the catalog over, page by page, and removes those that left it. A walk that
 * is broken off removes nothing; the next one starts anew.
 *
 * @returns how many components there are
 */
export async function walkCatalog(options: {
  auth: AuthService;
  catalog: CatalogService;
  environments: readonly Environment[];
  providers: IntegrationProvider[];
  signal: AbortSignal;
  store: FleetStore;
}): Promise<number> {
  const { auth, catalog, environments, providers, signal, store } = options;
  const startedAt = new Date();
  const pages = catalog.streamEntities(
    { filter: { kind: 'Component' }, pageSize: componentsAtOnce },
    { credentials: await auth.getOwnServiceCredentials() },
  );
  let count = 0;
  for await (const entities of pages) {
    signal.throwIfAborted();
    await store.sync(
      entities.map(entity =>
        toFleetComponent(entity, { environments, providers }),
      ),
      startedAt,
    );
    count += entities.length;
  }
  await store.removeUnseen(startedAt, environments);
  return count;
}
