import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { fabriqueApiRef } from '../api/FabriqueApi';
import { queryClientApiRef } from '../api/queryClient';

/** Only while the document is visible, in milliseconds. */
const refreshMs = 60_000;

/** Reads the services that the teams share, and keeps their states fresh. */
export function useTransverseServices() {
  const api = useApi(fabriqueApiRef);
  return useQuery(
    {
      queryKey: ['fabrique', 'transverse-services'],
      queryFn: ({ signal }) => api.getTransverseServices({ signal }),
      refetchInterval: refreshMs,
      refetchIntervalInBackground: false,
    },
    useApi(queryClientApiRef),
  );
}
