import { Config } from '@backstage/config';
import {
  defaultThresholds,
  Thresholds,
} from '@socialgouv/backstage-plugin-fabrique-common';

/**
 * Reads `fabrique.thresholds` over the defaults.
 *
 * @throws Error naming the key, if a value is unknown or of another type than its default.
 */
export function readThresholds(root: Config): Thresholds {
  const given = root.getOptional<Record<string, Record<string, unknown>>>(
    'fabrique.thresholds',
  );
  const defaults = defaultThresholds as unknown as Record<
    string,
    Record<string, unknown>
  >;
  for (const [service, limits] of Object.entries(given ?? {})) {
    for (const [name, value] of Object.entries(limits)) {
      const known = defaults[service]?.[name];
      const key = `fabrique.thresholds.${service}.${name}`;
      if (known === undefined) throw new Error(`${key} is no threshold`);
      if (typeof value !== typeof known) {
        throw new Error(`${key} must be of type ${typeof known}`);
      }
    }
  }
  return Object.fromEntries(
    Object.entries(defaults).map(([service, limits]) => [
      service,
      { ...limits, ...given?.[service] },
    ]),
  ) as unknown as Thresholds;
}
