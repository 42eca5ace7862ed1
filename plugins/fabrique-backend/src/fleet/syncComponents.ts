import { Knex } from 'knex';
import { ComponentRow, ranks, ServiceRow, toSearchText } from './fleetRows';
import { FleetComponent, FleetLink } from './toFleetComponent';
import { updateRanks } from './updateRanks';

type ServiceKey = Pick<ServiceRow, 'environment' | 'entity_ref' | 'service'>;

// Far below the 65,535 parameters that Postgres takes in one statement.
const rowsPerStatement = 500;

/**
 * Writes a page of components: themselves, and of what they ask only what differs from what is there,
 * so that a catalog that did not change costs next to nothing.
 */
export async function syncComponents(
  tx: Knex.Transaction,
  components: FleetComponent[],
  seenAt: Date,
): Promise<void> {
  const rows = components.flatMap(one => toComponentRows(one, seenAt));
  for (const chunk of toChunks(rows.sort(byKey))) {
    await tx<ComponentRow>('fleet_components')
      .insert(chunk)
      .onConflict(['environment', 'entity_ref'])
      .merge([
        'title',
        'owner',
        'system',
        'lifecycle',
        'search_text',
        'seen_at',
      ]);
  }

  const known = await tx<ServiceRow>('fleet_services')
    .whereIn(
      'entity_ref',
      components.map(({ entityRef }) => entityRef),
    )
    .select('environment', 'entity_ref', 'service', 'target_key');
  const wanted = components.flatMap(one => toServiceRows(one, seenAt));
  const knownTargets = new Map(known.map(row => [toKey(row), row.target_key]));
  const wantedKeys = new Set(wanted.map(toKey));
  const obsolete = known.filter(row => !wantedKeys.has(toKey(row)));
  const changed = wanted.filter(
    row => knownTargets.get(toKey(row)) !== row.target_key,
  );

  for (const chunk of toChunks(obsolete.sort(byKey))) {
    await tx<ServiceRow>('fleet_services')
      .whereIn(
        ['environment', 'entity_ref', 'service'],
        chunk.map(row => [row.environment, row.entity_ref, row.service]),
      )
      .delete();
  }
  for (const chunk of toChunks(changed.sort(byKey))) {
    await tx<ServiceRow>('fleet_services')
      .insert(chunk)
      .onConflict(['environment', 'entity_ref', 'service'])
      .merge();
  }
  await updateRanks(tx, [...obsolete, ...changed]);
}

function toComponentRows(
  component: FleetComponent,
  seenAt: Date,
): ComponentRow[] {
  const { entityRef, title, owner, system, lifecycle } = component;
  return component.environments.map(environment => ({
    environment,
    entity_ref: entityRef,
    title,
    owner: owner ?? null,
    system: system ?? null,
    lifecycle: lifecycle ?? null,
    search_text: toSearchText(`${title} ${entityRef.split('/')[1]}`),
    rank: ranks.none,
    problem_count: 0,
    attention_count: 0,
    seen_at: seenAt,
  }));
}

function toServiceRows(component: FleetComponent, seenAt: Date): ServiceRow[] {
  return component.links.map(link => {
    const state = link.failureKind ? 'failed' : 'pending';
    return {
      environment: link.environment,
      entity_ref: component.entityRef,
      service: link.service,
      target_key: link.targetKey,
      target: link.target ? JSON.stringify(link.target) : null,
      is_derived: link.isDerived,
      state,
      level: null,
      reasons: null,
      failure_kind: link.failureKind ?? null,
      rank: ranks[state],
      fetched_at: null,
      answered_at: null,
      due_at: link.target ? toFirstDue(link, component, seenAt) : null,
    };
  });
}

/** Production first: it is what people look at. */
function toFirstDue(
  { environment }: FleetLink,
  { environments }: FleetComponent,
  seenAt: Date,
): Date {
  return new Date(seenAt.getTime() + environments.indexOf(environment));
}

function toKey({ environment, entity_ref, service }: ServiceKey): string {
  return `${environment} ${entity_ref} ${service}`;
}

/** Statements that touch the same rows lock them in the same order. */
function byKey<
  Row extends { environment: string; entity_ref: string; service?: string },
>(a: Row, b: Row): number {
  return (
    compare(a.environment, b.environment) ||
    compare(a.entity_ref, b.entity_ref) ||
    compare(a.service ?? '', b.service ?? '')
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function toChunks<Row>(rows: Row[]): Row[][] {
  return Array.from(
    { length: Math.ceil(rows.length / rowsPerStatement) },
    (_, i) => rows.slice(i * rowsPerStatement, (i + 1) * rowsPerStatement),
  );
}
