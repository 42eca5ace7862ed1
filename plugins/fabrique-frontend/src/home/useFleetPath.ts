import { useRouteRef } from '@backstage/frontend-plugin-api';
import { FleetFilter, toFilterParameters } from '../fleet/fleetFilter';
import { fleetRouteRef } from '../routes';

/** Gives the address of the fleet with a filter; undefined where the portal has no such page. */
export function useFleetPath() {
  const toPath = useRouteRef(fleetRouteRef);
  return (filter: Partial<FleetFilter>) =>
    toPath && `${toPath()}?${toFilterParameters(filter)}`;
}
