import { JsonObject } from '@backstage/types';
import { FleetService } from '@socialgouv/backstage-plugin-fabrique-common';
import { Knex } from 'knex';
import { ComponentRow, ServiceRow, toFleetService, toRank } from './fleetRows';
import { syncComponents } from './syncComponents';
import { FleetComponent } from './toFleetComponent';
import { updateRanks } from './updateRanks';

/** How long the last good answer stands for one that cannot be renewed. */
const keepForMs = 7 * 24 * 3_600_000;

/** What a service is to be asked. */
export interface DueTarget {
  targetKey: string;
  target: JsonObject;
}

/** An answer to a target, for all components that ask for it. */
export interface FleetAnswer {
  service: string;
  targetKey: string;
  /** What it says of each environment. */
  healthIn(environment: string): FleetService;
  /** When the upstream was asked. */
  answeredAt: Date;
  /** When it is to be asked again. */
  dueAt: Date;
}

/** A row that an answer changed, as it was before and as it is now. */
export interface RecordedChange {
  before: ServiceRow;
  health: FleetService;
}

/** The fleet in the plugin's database. */
export class FleetStore {
  readonly #client: Knex;

  constructor(client: Knex) {
    this.#client = client;
  }

  /** Takes over what the catalog says of some components; answers to what they asked before are kept. */
  async sync(components: FleetComponent[], seenAt: Date): Promise<void> {
    if (components.length === 0) return;
    await this.#client.transaction(tx =>
      syncComponents(tx, components, seenAt),
    );
  }

  /** Removes what the catalog had no longer after `seenAt`, and the environments that are not looked at. */
  async removeUnseen(
    seenAt: Date,
    environments: readonly string[],
  ): Promise<void> {
    await this.#client.transaction(async tx => {
      await tx<ComponentRow>('fleet_components')
        .where('seen_at', '<', seenAt)
        .orWhereNotIn('environment', environments)
        .delete();
      await tx<ServiceRow>('fleet_services')
        .whereNotExists(
          tx('fleet_components')
            .where(
              'fleet_components.environment',
              tx.ref('fleet_services.environment'),
            )
            .where(
              'fleet_components.entity_ref',
              tx.ref('fleet_services.entity_ref'),
            )
            .select('rank'),
        )
        .delete();
      // What owners were told of them, too: one that comes back starts anew.
      await tx('fleet_notices')
        .whereNotExists(
          tx('fleet_services')
            .where(
              'fleet_services.environment',
              tx.ref('fleet_notices.environment'),
            )
            .where(
              'fleet_services.entity_ref',
              tx.ref('fleet_notices.entity_ref'),
            )
            .where('fleet_services.service', tx.ref('fleet_notices.service'))
            .select('fleet_services.rank'),
        )
        .delete();
    });
  }

  /** What a service is to be asked, longest due first, each target once. */
  async listDue(
    service: string,
    options: { now: Date; limit: number },
  ): Promise<DueTarget[]> {
    // Grouped: a target of many components takes one place of the limit, not as many as there are.
    const rows = await this.#client('fleet_services')
      .where({ service })
      .andWhere('due_at', '<=', options.now)
      .whereNotNull('target')
      .groupBy('target_key', 'target')
      .select<{ target_key: string; target: string }[]>(
        'target_key',
        'target',
        this.#client.raw('min(due_at) as due'),
      )
      .orderBy(['due', 'target_key'])
      .limit(options.limit);
    const targets = new Map(rows.map(row => [row.target_key, row.target]));
    return [...targets].map(([targetKey, target]) => ({
      targetKey,
      target: JSON.parse(target),
    }));
  }

  /** Until when a service has asked for rest. */
  async getRestUntil(service: string, now: Date): Promise<Date | undefined> {
    const row = await this.#client<ServiceRow>('fleet_services')
      .where({ service, failure_kind: 'rate-limited' })
      .andWhere('due_at', '>', now)
      .orderBy('due_at', 'desc')
      .first('due_at');
    return row?.due_at ? new Date(row.due_at) : undefined;
  }

  /** When the oldest answer of each service was given. */
  async listOldest(): Promise<{ service: string; fetchedAt: Date }[]> {
    const rows: { service: string; fetched_at: Date | number }[] =
      await this.#client('fleet_services')
        .whereNotNull('fetched_at')
        .groupBy('service')
        .select('service')
        .min({ fetched_at: 'fetched_at' });
    return rows.map(({ service, fetched_at }) => ({
      service,
      fetchedAt: new Date(fetched_at),
    }));
  }

  /**
   * Takes an answer over into every row that asks for it, unless it has one as new already.
   *
   * @param onChange - called within the transaction, with the rows that took it over
   */
  async record(
    answer: FleetAnswer,
    onChange?: (
      changes: RecordedChange[],
      tx: Knex.Transaction,
    ) => Promise<void>,
  ): Promise<void> {
    const { service, targetKey, answeredAt, dueAt } = answer;
    await this.#client.transaction(async tx => {
      const asking = () =>
        tx<ServiceRow>('fleet_services').where({
          service,
          target_key: targetKey,
        });
      const rows = await asking()
        .orderBy(['environment', 'entity_ref'])
        .forUpdate();
      await asking().update({ due_at: dueAt });
      const changes = rows
        .filter(
          row => !row.answered_at || new Date(row.answered_at) < answeredAt,
        )
        .map(before => ({ before, health: toHealth(before, answer) }));
      if (changes.length === 0) return;
      for (const [columns, changed] of groupByColumns(changes)) {
        await tx<ServiceRow>('fleet_services')
          .where({ service })
          .whereIn(
            ['environment', 'entity_ref'],
            changed.map(row => [row.environment, row.entity_ref]),
          )
          .update({ ...JSON.parse(columns), answered_at: answeredAt });
      }
      await updateRanks(
        tx,
        changes.map(({ before }) => before),
      );
      await onChange?.(changes, tx);
    });
  }
}

/** What a row says after an answer, which is the same for nearly all rows. */
function toHealth(
  before: ServiceRow,
  { healthIn, answeredAt }: FleetAnswer,
): FleetService {
  const health = healthIn(before.environment);
  if (health.state !== 'failed') return health;
  if (before.is_derived && health.failureKind === 'not-found') {
    // What a naming rule suggests and is not there is not linked.
    return { state: 'not-linked' };
  }
  const known = toFleetService(before);
  const ageMs = answeredAt.getTime() - Date.parse(known.fetchedAt ?? '');
  // As on the page: the last good answer, and why it could not be renewed.
  return known.state === 'ok' && ageMs < keepForMs
    ? { ...known, failureKind: health.failureKind }
    : health;
}

function groupByColumns(changes: RecordedChange[]): Map<string, ServiceRow[]> {
  const groups = new Map<string, ServiceRow[]>();
  for (const { before, health } of changes) {
    const columns = JSON.stringify({
      state: health.state,
      level: health.level ?? null,
      reasons: health.reasons?.length ? JSON.stringify(health.reasons) : null,
      failure_kind: health.failureKind ?? null,
      rank: toRank(health),
      fetched_at: health.fetchedAt ?? null,
    });
    groups.set(columns, [...(groups.get(columns) ?? []), before]);
  }
  return groups;
}
