// The only file of the plugin that knows the router: the others link with route references.
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { FleetFilter, toFilterParameters, toFleetFilter } from './fleetFilter';

/** Keeps the filter of the fleet in the address, so that it can be sent to somebody. */
export function useFleetFilter(): [
  FleetFilter,
  (change: Partial<FleetFilter>) => void,
] {
  const [parameters, setParameters] = useSearchParams();
  const filter = useMemo(() => toFleetFilter(parameters), [parameters]);
  const change = useCallback(
    (changed: Partial<FleetFilter>) =>
      setParameters(
        current =>
          toFilterParameters({ ...toFleetFilter(current), ...changed }),
        { replace: true },
      ),
    [setParameters],
  );
  return [filter, change];
}
