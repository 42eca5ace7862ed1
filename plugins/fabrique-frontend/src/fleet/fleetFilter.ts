import {
  fleetLevels,
  FleetQuery,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { toEnvironment } from '../overview/toEnvironment';

/** What the fleet page shows: a query without its page. */
export type FleetFilter = Omit<FleetQuery, 'offset' | 'limit'>;

/** Reads the filter from the parameters of an address; what cannot be understood is left out. */
export function toFleetFilter(parameters: URLSearchParams): FleetFilter {
  const list = (name: string) => {
    const values = parameters.getAll(name).filter(Boolean);
    return values.length > 0 ? values : undefined;
  };
  const sort = parameters.get('sort') || undefined;
  const asked = list('level');
  const levels = fleetLevels.filter(level => asked?.includes(level));
  return {
    environment: toEnvironment(parameters.get('environment')),
    owners: list('owner'),
    systems: list('system'),
    levels: levels.length > 0 ? levels : undefined,
    services: list('service'),
    text: parameters.get('text') || undefined,
    sort: sort?.replace(/^-/, ''),
    descending: sort?.startsWith('-') || undefined,
  };
}

/** Writes a filter as the parameters of an address, short enough to be sent to somebody. */
export function toFilterParameters(
  filter: Partial<FleetFilter>,
): URLSearchParams {
  const { environment, owners, systems, levels, services, text } = filter;
  const parameters = new URLSearchParams();
  if (environment) parameters.set('environment', environment);
  const lists = { owner: owners, system: systems, level: levels };
  for (const [name, values] of Object.entries({
    ...lists,
    service: services,
  })) {
    for (const value of values ?? []) parameters.append(name, value);
  }
  if (text) parameters.set('text', text);
  if (filter.sort) {
    parameters.set('sort', `${filter.descending ? '-' : ''}${filter.sort}`);
  }
  return parameters;
}

/** The change that takes every filter away; the environment and the order stay. */
export const clearedFilter: Partial<FleetFilter> = {
  owners: undefined,
  systems: undefined,
  levels: undefined,
  services: undefined,
  text: undefined,
};

/** Whether components may be hidden by the filter. */
export function isFiltered(filter: FleetFilter): boolean {
  const { owners, systems, levels, services, text } = filter;
  return Boolean(owners ?? systems ?? levels ?? services ?? text);
}
