import { Knex } from 'knex';
import { ranks, ServiceRow } from './fleetRows';

/** Sums up the services of some components, after these have changed. */
export async function updateRanks(
  tx: Knex.Transaction,
  components: Pick<ServiceRow, 'environment' | 'entity_ref'>[],
): Promise<void> {
  const refsByEnvironment = new Map<string, Set<string>>();
  for (const { environment, entity_ref } of components) {
    const refs = refsByEnvironment.get(environment) ?? new Set();
    refsByEnvironment.set(environment, refs.add(entity_ref));
  }
  for (const [environment, refs] of [...refsByEnvironment].sort()) {
    const own = () =>
      tx('fleet_services')
        .where({ environment })
        .where(
          'fleet_services.entity_ref',
          tx.ref('fleet_components.entity_ref'),
        );
    const matching = () =>
      tx('fleet_components')
        .where({ environment })
        .whereIn('entity_ref', [...refs]);
    // Two answers for the same components lock them in the same order.
    await matching().orderBy('entity_ref').forUpdate().select('entity_ref');
    await matching().update({
      rank: tx.raw('coalesce(?, ?)', [own().min('rank'), ranks.none]),
      problem_count: own().where('rank', ranks.problem).count('*'),
      attention_count: own().where('rank', ranks.attention).count('*'),
    });
  }
}
