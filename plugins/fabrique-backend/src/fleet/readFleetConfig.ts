import { Config } from '@backstage/config';
import {
  Environment,
  environments,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { readDuration } from '../readDuration';

/** How the fleet is kept up to date. */
export interface FleetConfig {
  enabled: boolean;
  environments: readonly Environment[];
  /** How old an answer gets before the service is asked again, where its budget allows. */
  refreshEveryMs: number;
  /** How often the catalog is read. */
  readCatalogEveryMs: number;
  /**
   * Whether what the fleet asks goes into the cache of the page even where nobody looked at it. Not
   * into one that lives in the portal's own memory, which would grow with the fleet.
   */
  keepAnswers: boolean;
  /** Targets a minute that override those of the services, by id. */
  targetsPerMinute: Record<string, number>;
}

/**
 * Reads `fabrique.fleet`.
 *
 * @throws Error naming the key, if a value cannot be right.
 */
export function readFleetConfig(root: Config): FleetConfig {
  const key = 'fabrique.fleet';
  const fleet = root.getOptionalConfig(key);
  const given = fleet?.getOptionalStringArray('environments') ?? ['prod'];
  const unknown = given.find(name => !environments.some(e => e === name));
  if (unknown !== undefined || given.length === 0) {
    throw new Error(
      `${key}.environments must name some of ${environments.join(', ')}`,
    );
  }
  const budgets = fleet?.getOptionalConfig('targetsPerMinute');
  return {
    enabled: fleet?.getOptionalBoolean('enabled') ?? true,
    environments: environments.filter(name => given.includes(name)),
    refreshEveryMs: readDuration(fleet, 'refreshEvery', 10 * 60_000),
    readCatalogEveryMs: readDuration(fleet, 'readCatalogEvery', 10 * 60_000),
    keepAnswers:
      (root.getOptionalString('backend.cache.store') ?? 'memory') !== 'memory',
    targetsPerMinute: Object.fromEntries(
      (budgets?.keys() ?? []).map(id => {
        const budget = budgets!.getNumber(id);
        if (budget <= 0) {
          throw new Error(`${key}.targetsPerMinute.${id} must be above 0`);
        }
        return [id, budget];
      }),
    ),
  };
}
