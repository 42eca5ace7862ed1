import {
  Environment,
  FleetPage,
  FleetQuery,
  FleetRow,
  FleetService,
  fleetLevels,
  integrationIds,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { Knex } from 'knex';
import {
  ComponentRow,
  ranks,
  ServiceRow,
  toFleetService,
  toLevel,
  toRanks,
  toSearchText,
} from './fleetRows';

/** Which components a reader may see: all, or those with these refs. */
export type VisibleRefs = 'all' | readonly string[];

const defaultLimit = 100;

/** Answers questions about the fleet from the plugin's database; nobody waits for an upstream. */
export class FleetReader {
  readonly #client: Knex;
  readonly #environments: readonly Environment[];
  /** Ids of all services, those that the portal is not connected to too. */
  readonly services: readonly string[];
  /** Ids of the services that the portal is connected to. */
  readonly connected: readonly string[];

  constructor(options: {
    client: Knex;
    environments: readonly Environment[];
    connected: readonly string[];
  }) {
    this.#client = options.client;
    this.#environments = options.environments;
    this.connected = options.connected;
    this.services = [...new Set([...integrationIds, ...options.connected])];
  }

  /** Gives a page of the components that match and that may be seen. */
  async readPage(query: FleetQuery, visible: VisibleRefs): Promise<FleetPage> {
    const { environment, levels, offset = 0, limit = defaultLimit } = query;
    const [counts, belongings, components] = await Promise.all([
      this.#matching({ ...query, levels: undefined }, visible)
        .groupBy('rank')
        .select('rank')
        .count({ count: '*' }),
      this.#visible(environment, visible).distinct('owner', 'system'),
      this.#sorted(query, visible).offset(offset).limit(limit).select('*'),
    ]);
    const rows = await this.#toRows(environment, components);
    const levelCounts = toLevelCounts(counts);
    const times = rows.flatMap(({ services }) =>
      Object.values(services).flatMap(({ fetchedAt }) => fetchedAt ?? []),
    );
    return {
      rows,
      total: (levels?.length ? levels : fleetLevels).reduce(
        (sum, level) => sum + levelCounts[level],
        0,
      ),
      levelCounts,
      owners: toSortedSet(belongings.map(({ owner }) => owner)),
      systems: toSortedSet(belongings.map(({ system }) => system)),
      environments: [...this.#environments],
      ...(times.length > 0 && {
        oldestAnswerAt: times.reduce((a, b) => (a < b ? a : b)),
      }),
    };
  }

  /** Refs of all components that match and may be seen, in the order of the query. */
  async listRefs(query: FleetQuery, visible: VisibleRefs): Promise<string[]> {
    return this.#sorted(query, visible).pluck('entity_ref');
  }

  /** The rows of some components, in the order of the refs; those that left meanwhile are left out. */
  async readRows(
    environment: Environment,
    refs: readonly string[],
  ): Promise<FleetRow[]> {
    const components = await this.#client<ComponentRow>('fleet_components')
      .where({ environment })
      .whereIn('entity_ref', refs)
      .select('*');
    const order = new Map(refs.map((ref, index) => [ref, index]));
    const rows = await this.#toRows(environment, components);
    return rows.sort(
      (a, b) => order.get(a.entityRef)! - order.get(b.entityRef)!,
    );
  }

  async #toRows(
    environment: Environment,
    components: ComponentRow[],
  ): Promise<FleetRow[]> {
    const rows = await this.#client<ServiceRow>('fleet_services')
      .where({ environment })
      .whereIn(
        'entity_ref',
        components.map(({ entity_ref }) => entity_ref),
      )
      .select('*');
    const known = new Map<string, Record<string, FleetService>>();
    for (const row of rows) {
      const services = known.get(row.entity_ref) ?? {};
      services[row.service] = toFleetService(row);
      known.set(row.entity_ref, services);
    }
    return components.map(component => ({
      entityRef: component.entity_ref,
      title: component.title,
      ...(component.owner && { owner: component.owner }),
      ...(component.system && { system: component.system }),
      ...(component.lifecycle && { lifecycle: component.lifecycle }),
      level: toLevel(component.rank),
      services: this.#withUnlinked(known.get(component.entity_ref)),
    }));
  }

  #withUnlinked(
    known: Record<string, FleetService> = {},
  ): Record<string, FleetService> {
    return Object.fromEntries(
      this.services.map(id => [
        id,
        known[id] ?? {
          state: this.connected.includes(id) ? 'not-linked' : 'not-configured',
        },
      ]),
    );
  }

  #visible(environment: Environment, visible: VisibleRefs) {
    const query = this.#client<ComponentRow>('fleet_components').where({
      environment,
    });
    if (visible === 'all') return query;
    // One parameter, however many refs there are.
    const refs = JSON.stringify(visible);
    return query.whereRaw(
      this.#client.client.config.client === 'pg'
        ? 'entity_ref in (select jsonb_array_elements_text(?::jsonb))'
        : 'entity_ref in (select value from json_each(?))',
      [refs],
    );
  }

  #matching(query: FleetQuery, visible: VisibleRefs) {
    const { environment, owners, systems, levels, services, text } = query;
    const matching = this.#visible(environment, visible);
    if (owners?.length) matching.whereIn('owner', owners);
    if (systems?.length) matching.whereIn('system', systems);
    if (levels?.length) matching.whereIn('rank', toRanks(levels));
    if (text?.trim()) {
      const part = toSearchText(text.trim()).replace(/[\\%_]/g, '\\$&');
      matching.whereRaw("search_text like ? escape '\\'", [`%${part}%`]);
    }
    if (services?.length) {
      matching.whereExists(
        this.#service()
          .whereIn('fleet_services.service', services)
          .where('fleet_services.rank', '<=', ranks.failed)
          .select('fleet_services.service'),
      );
    }
    return matching;
  }

  #sorted(query: FleetQuery, visible: VisibleRefs) {
    const { sort = 'level', descending = false } = query;
    const direction = descending ? 'desc' : 'asc';
    const sorted = this.#matching(query, visible);
    if (sort === 'title') {
      sorted.orderBy('search_text', direction);
    } else if (sort === 'owner' || sort === 'system') {
      sorted.orderBy(sort, direction, 'last').orderBy('search_text');
    } else if (sort === 'level') {
      const most = descending ? 'asc' : 'desc';
      sorted
        .orderBy('rank', direction)
        .orderBy('problem_count', most)
        .orderBy('attention_count', most)
        .orderBy('search_text');
    } else {
      // Joined as a whole: a look at each component by itself takes three times as long.
      sorted
        .leftJoin(
          this.#client<ServiceRow>('fleet_services')
            .where({ environment: query.environment, service: sort })
            .select({ sort_ref: 'entity_ref', sort_rank: 'rank' })
            .as('sort'),
          'sort_ref',
          'entity_ref',
        )
        .orderByRaw(`coalesce(sort_rank, ?) ${direction}`, [ranks.none])
        .orderBy('search_text');
    }
    return sorted.orderBy('entity_ref');
  }

  /** The services of the component that the query is at. */
  #service() {
    return this.#client<ServiceRow>('fleet_services')
      .where(
        'fleet_services.environment',
        this.#client.ref('fleet_components.environment'),
      )
      .where(
        'fleet_services.entity_ref',
        this.#client.ref('fleet_components.entity_ref'),
      );
  }
}

function toLevelCounts(
  counts: { rank?: unknown; count?: unknown }[],
): FleetPage['levelCounts'] {
  const levelCounts = Object.fromEntries(
    fleetLevels.map(level => [level, 0]),
  ) as FleetPage['levelCounts'];
  for (const { rank, count } of counts) {
    levelCounts[toLevel(Number(rank))] += Number(count);
  }
  return levelCounts;
}

function toSortedSet(refs: (string | null)[]): string[] {
  return [...new Set(refs.flatMap(ref => ref ?? []))].sort();
}
