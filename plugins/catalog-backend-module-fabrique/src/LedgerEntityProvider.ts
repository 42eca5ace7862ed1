import { createHash } from 'crypto';
import {
  AuthService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
  RELATION_OWNED_BY,
  ResourceEntity,
} from '@backstage/catalog-model';
import {
  CatalogService,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import {
  LedgerEntry,
  toResourceTitle,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { LedgerClient } from '@socialgouv/backstage-plugin-fabrique-node';

/** What an application does not have, but what was done or asked for it. */
const passingTypes = new Set([
  'catalog-location',
  'github-pull-request',
  'sre-request',
]);

/** In which its resources have their titles, for all who read them. */
export type Language = Parameters<typeof toResourceTitle>[1];

type Options = {
  auth: AuthService;
  catalog: CatalogService;
  language: Language;
  ledger: Pick<LedgerClient, 'list'>;
  schedule: SchedulerServiceTaskRunner;
};

/** What the actions made and that still is there, as entities of kind `Resource`. */
export class LedgerEntityProvider implements EntityProvider {
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  getProviderName(): string {
    return 'fabrique-ledger';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    await this.#options.schedule.run({
      id: 'fabrique-ledger-refresh',
      fn: () => this.refresh(connection),
    });
  }

  /** Replaces what the catalog knows by what the ledger says now. */
  async refresh(connection: EntityProviderConnection): Promise<void> {
    const entries = (await this.#options.ledger.list({})).filter(
      ({ state, type }) => state === 'made' && !passingTypes.has(type),
    );
    const components = await this.#readComponents(entries);
    await connection.applyMutation({
      type: 'full',
      entities: entries.map(entry => ({
        locationKey: this.getProviderName(),
        entity: toResource(
          entry,
          components.get(entry.application),
          this.#options.language,
        ),
      })),
    });
  }

  async #readComponents(
    entries: LedgerEntry[],
  ): Promise<Map<string, Entity | undefined>> {
    const applications = [
      ...new Set(entries.map(({ application }) => application)),
    ];
    const { items } = await this.#options.catalog.getEntitiesByRefs(
      { entityRefs: applications.map(toComponentRef) },
      { credentials: await this.#options.auth.getOwnServiceCredentials() },
    );
    return new Map(applications.map((name, index) => [name, items[index]]));
  }
}

/** Makes the entity of a line of the ledger, owned by whoever owns its component. */
export function toResource(
  entry: LedgerEntry,
  component: Entity | undefined,
  language: Language,
): ResourceEntity {
  const title = toResourceTitle(entry, language);
  const origin = `fabrique-ledger:${entry.id}`;
  const { location } = entry;
  const owner = component?.relations?.find(
    ({ type }) => type === RELATION_OWNED_BY,
  )?.targetRef;
  const system = component?.spec?.system;
  return {
    apiVersion: 'backstage.io/v1beta1',
    kind: 'Resource',
    metadata: {
      name: toName(entry),
      title,
      annotations: {
        [ANNOTATION_LOCATION]: origin,
        [ANNOTATION_ORIGIN_LOCATION]: origin,
      },
      ...(location?.startsWith('http') && {
        links: [{ url: location, title }],
      }),
    },
    spec: {
      type: entry.type,
      owner: owner ?? 'group:default/unknown',
      dependencyOf: [toComponentRef(entry.application)],
      ...(typeof system === 'string' && { system }),
    },
  };
}

function toComponentRef(application: string): string {
  return `component:default/${application.slice(application.indexOf('/') + 1)}`;
}

/** Names are 63 characters of a small alphabet: the hash keeps keys apart that look alike. */
function toName({ key, type }: LedgerEntry): string {
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 10);
  const last = key
    .slice(key.lastIndexOf('/') + 1)
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 25);
  return [type, last, hash].filter(Boolean).join('-');
}
