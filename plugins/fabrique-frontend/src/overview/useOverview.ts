import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';
import { fabriqueApiRef } from '../api/FabriqueApi';
import { queryClientApiRef } from '../api/queryClient';
import { EnvironmentSelection } from './EnvironmentSelection';
import { nextRefreshMs } from './nextRefreshMs';

/** Reads the overview of the entity of the page, and keeps it fresh. */
export function useOverview(selection: EnvironmentSelection) {
  const { environment, branch } = selection;
  const { entity } = useEntity();
  const api = useApi(fabriqueApiRef);
  const queryClient = useApi(queryClientApiRef);
  const entityRef = stringifyEntityRef(entity);
  return useQuery(
    {
      queryKey: ['fabrique', 'overview', entityRef, environment, branch],
      queryFn: ({ signal }) =>
        api.getOverview(entityRef, environment, { branch, signal }),
      refetchInterval: query => nextRefreshMs(query.state.data),
      refetchIntervalInBackground: false,
    },
    queryClient,
  );
}
