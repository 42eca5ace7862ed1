import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { EntityOverview } from '@socialgouv/backstage-plugin-fabrique-common';
import { useQuery } from '@tanstack/react-query';
import { fabriqueApiRef } from '../api/FabriqueApi';
import { queryClientApiRef } from '../api/queryClient';
import { EnvironmentSelection } from './EnvironmentSelection';

/** A card has nothing to show yet: ask again so soon, in milliseconds. */
const atOnceMs = 400;
/** A newer answer is on its way, in milliseconds. */
const soonMs = 1_500;
/** Nothing is on its way; only while the document is visible, in milliseconds. */
const calmMs = 30_000;

/** Tells how long to wait before the overview is asked for again, in milliseconds. */
export function nextRefreshMs(overview: EntityOverview | undefined): number {
  const results = Object.values(overview?.services ?? {});
  if (results.some(({ state }) => state === 'pending')) return atOnceMs;
  const isComing = results.some(
    result => 'renewing' in result && result.renewing,
  );
  return isComing ? soonMs : calmMs;
}

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
