import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { fabriqueApiRef } from '../api/FabriqueApi';
import { queryClientApiRef } from '../api/queryClient';

const typingMs = 400;

/** Asks whether a name is free, once one has stopped typing. */
export function useNameAvailability(name: string, owner: string | undefined) {
  const api = useApi(fabriqueApiRef);
  const queryClient = useApi(queryClientApiRef);
  const [settled, setSettled] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => setSettled(name), typingMs);
    return () => clearTimeout(timer);
  }, [name]);
  return useQuery(
    {
      queryKey: ['fabrique', 'name', name, owner],
      queryFn: ({ signal }) => api.getNameAvailability(name, { owner, signal }),
      enabled: settled === name,
      retry: false,
    },
    queryClient,
  );
}
