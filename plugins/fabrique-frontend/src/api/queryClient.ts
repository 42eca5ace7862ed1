import { createApiRef } from '@backstage/frontend-plugin-api';
import { QueryClient } from '@tanstack/react-query';

/**
 * Gives the one cache that the overview card and the tab share. An API and no
 * module-level value, so that each app (and each test) has its own.
 */
export const queryClientApiRef = createApiRef<QueryClient>().with({
  id: 'plugin.fabrique.query-client',
  pluginId: 'fabrique',
});

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { retry: 1, staleTime: 5_000 } },
  });
}
