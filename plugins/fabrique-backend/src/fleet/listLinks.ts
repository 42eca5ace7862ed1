import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ComponentLinks,
  ComponentLinksPage,
  environments,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { IntegrationProvider } from '@socialgouv/backstage-plugin-fabrique-node';
import { Knex } from 'knex';
import { ServiceRow } from './fleetRows';
import {
  FleetComponent,
  FleetLink,
  toFleetComponent,
} from './toFleetComponent';

const componentsAtOnce = 200;

/**
 * Reads a page of the components of the catalog with what each service calls what they are linked to, in
 * all environments. What follows from a naming rule counts only where the service has such a thing.
 */
export async function listLinks(options: {
  catalog: CatalogService;
  client: Knex;
  credentials: BackstageCredentials;
  cursor?: string;
  providers: IntegrationProvider[];
}): Promise<ComponentLinksPage> {
  const { catalog, credentials, cursor, providers } = options;
  const { items, pageInfo } = await catalog.queryEntities(
    {
      ...(cursor ? { cursor } : { filter: { kind: 'Component' } }),
      limit: componentsAtOnce,
      totalItems: 'exclude',
    },
    { credentials },
  );
  const components = items.map(entity =>
    toFleetComponent(entity, { environments, providers }),
  );
  const found = await listFound(
    options.client,
    components.map(({ entityRef }) => entityRef),
  );
  return {
    components: components
      .map(component => toComponentLinks(component, { providers, found }))
      .filter(({ links }) => links.length > 0),
    ...(pageInfo.nextCursor && { nextCursor: pageInfo.nextCursor }),
  };
}

function toComponentLinks(
  component: FleetComponent,
  options: { providers: IntegrationProvider[]; found: Set<string> },
): ComponentLinks {
  const { entityRef, title, owner, links } = component;
  const { providers, found } = options;
  const exists = (link: FleetLink) =>
    !link.isDerived ||
    found.has(toKey(entityRef, link.service, link.targetKey));
  return {
    entityRef,
    title,
    ...(owner && { owner }),
    links: providers.flatMap(provider => {
      const names = links.flatMap(link =>
        link.service === provider.id && link.target && exists(link)
          ? provider.describe(link.target).title
          : [],
      );
      return names.length > 0
        ? { service: provider.id, value: [...new Set(names)].join(', ') }
        : [];
    }),
  };
}

/** What naming rules suggested of these components, and the fleet saw. */
async function listFound(client: Knex, refs: string[]): Promise<Set<string>> {
  const rows = await client<ServiceRow>('fleet_services')
    .where({ is_derived: true, state: 'ok' })
    .whereIn('entity_ref', refs)
    .select('entity_ref', 'service', 'target_key');
  return new Set(
    rows.map(row => toKey(row.entity_ref, row.service, row.target_key)),
  );
}

function toKey(entityRef: string, service: string, targetKey: string): string {
  return `${entityRef} ${service} ${targetKey}`;
}
