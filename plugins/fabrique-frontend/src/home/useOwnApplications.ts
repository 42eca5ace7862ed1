import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { FleetPage } from '@socialgouv/backstage-plugin-fabrique-common';
import { useQuery } from '@tanstack/react-query';
import { fabriqueApiRef } from '../api/FabriqueApi';
import { queryClientApiRef } from '../api/queryClient';

/** Rows that a card of the home page shows. */
export const cardRows = 6;

/** Only while the document is visible, in milliseconds. */
const refreshMs = 60_000;

/** Reads the refs of the person and of their teams. */
export function useOwnRefs() {
  const identityApi = useApi(identityApiRef);
  return useQuery(
    {
      queryKey: ['fabrique', 'own-refs'],
      queryFn: async () =>
        (await identityApi.getBackstageIdentity()).ownershipEntityRefs,
      staleTime: Infinity,
    },
    useApi(queryClientApiRef),
  );
}

/** Reads the worst rows of the fleet in production; of these owners only, where they are given. */
export function useWorstApplications(options: {
  owners?: string[];
  isEnabled: boolean;
}) {
  const { owners, isEnabled } = options;
  const api = useApi(fabriqueApiRef);
  return useQuery(
    {
      queryKey: ['fabrique', 'worst-applications', owners],
      queryFn: async ({ signal }): Promise<FleetPage | undefined> =>
        api.getFleet(
          { environment: 'prod', owners, limit: cardRows },
          { signal },
        ),
      enabled: isEnabled,
      refetchInterval: refreshMs,
      refetchIntervalInBackground: false,
    },
    useApi(queryClientApiRef),
  );
}

/** Reads the applications of the person and of their teams, worst first. */
export function useOwnApplications() {
  const refs = useOwnRefs();
  const owners = refs.data ?? [];
  const applications = useWorstApplications({
    owners,
    // Of nobody would be of everybody.
    isEnabled: owners.length > 0,
  });
  return {
    owners,
    page: applications.data,
    error: refs.error ?? applications.error,
    isLoading: refs.isLoading || applications.isLoading,
    retry: () => (refs.error ? refs.refetch() : applications.refetch()),
  };
}
