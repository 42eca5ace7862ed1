import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { fabriqueApiRef } from '../api/FabriqueApi';
import { queryClientApiRef } from '../api/queryClient';

/** Reads which services the portal is connected to: that changes when it is started anew only. */
export function useConnectedServices() {
  const api = useApi(fabriqueApiRef);
  return useQuery(
    {
      queryKey: ['fabrique', 'connected-services'],
      queryFn: ({ signal }) => api.getConnectedServices({ signal }),
      staleTime: Infinity,
      retry: false,
    },
    useApi(queryClientApiRef),
  );
}
