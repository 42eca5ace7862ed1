import { useApi } from '@backstage/frontend-plugin-api';
import {
  FleetPage,
  FleetRow,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { FabriqueApi, fabriqueApiRef } from '../api/FabriqueApi';
import { queryClientApiRef } from '../api/queryClient';
import { FleetFilter } from './fleetFilter';

/** Rows that are asked for at once. */
export const pageRows = 100;

/** Only while the document is visible, in milliseconds. */
const refreshMs = 30_000;

function toPageQuery(api: FabriqueApi, filter: FleetFilter, page: number) {
  return {
    queryKey: ['fabrique', 'fleet', filter, page],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      api.getFleet(
        { ...filter, offset: page * pageRows, limit: pageRows },
        { signal },
      ),
    refetchInterval: refreshMs,
    refetchIntervalInBackground: false,
  };
}

/**
 * Reads the first page of the fleet, which also tells how many rows there are. The rows of another
 * filter stay until those of the new one have come.
 */
export function useFleet(filter: FleetFilter) {
  const api = useApi(fabriqueApiRef);
  return useQuery(
    {
      ...toPageQuery(api, filter, 0),
      placeholderData: keepPreviousData,
    },
    useApi(queryClientApiRef),
  );
}

/**
 * Gives the rows from `first` to `last`. Only the pages that they are on are read and refreshed, so that
 * one may jump to the end of a long fleet.
 */
export function useFleetRows(options: {
  filter: FleetFilter;
  firstPage: FleetPage;
  first: number;
  last: number;
}) {
  const { filter, firstPage, first, last } = options;
  const api = useApi(fabriqueApiRef);
  const start = Math.max(1, Math.floor(first / pageRows));
  const count = Math.max(0, Math.floor(last / pageRows) - start + 1);
  const pages = useQueries(
    {
      queries: Array.from({ length: count }, (_, index) =>
        toPageQuery(api, filter, start + index),
      ),
    },
    useApi(queryClientApiRef),
  );
  return {
    getRow(index: number): FleetRow | undefined {
      const page = Math.floor(index / pageRows);
      const { rows } =
        (page === 0 ? firstPage : pages[page - start]?.data) ?? {};
      return rows?.[index % pageRows];
    },
    /** Asks again for the pages that could not be read; undefined when there is none. */
    retryFailed: pages.some(({ isError }) => isError)
      ? () => pages.filter(({ isError }) => isError).forEach(p => p.refetch())
      : undefined,
  };
}
