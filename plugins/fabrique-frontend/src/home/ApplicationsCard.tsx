import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { Link, Text } from '@backstage/ui';
import { useQuery } from '@tanstack/react-query';
import { queryClientApiRef } from '../api/queryClient';
import { Quiet } from '../card/Quiet';
import { isForbidden, PortalFailure } from '../overview/PortalFailure';
import { useWords } from '../words/useWords';
import { ApplicationRows } from './ApplicationRows';
import { HomeCard } from './HomeCard';
import classes from './HomeCard.module.css';
import { useFleetPath } from './useFleetPath';
import { cardRows, useOwnApplications } from './useOwnApplications';

/** The applications of the person and of their teams, with their states. */
export function ApplicationsCard() {
  const { t } = useWords();
  const toFleetPath = useFleetPath();
  const { owners, page, error, isLoading, retry } = useOwnApplications();
  const total = page?.total ?? 0;
  return (
    <HomeCard
      title={t('home.applications')}
      isLoading={isLoading}
      more={
        total > 0
          ? {
              href: toFleetPath({ owners }),
              words: t('home.seeAll', { count: total }),
            }
          : undefined
      }
    >
      {page && total > 0 && (
        <ApplicationRows label={t('home.applications')} rows={page.rows} />
      )}
      {!error && total === 0 && (
        <CatalogRows owners={owners} why={t('home.stateUnknown')} />
      )}
      {error && isForbidden(error) && (
        <CatalogRows owners={owners} why={t('home.stateForbidden')} />
      )}
      {error && !isForbidden(error) && (
        <PortalFailure
          error={error}
          onRetry={retry}
          failed={t('home.failed')}
        />
      )}
    </HomeCard>
  );
}

function NoApplication() {
  const { t } = useWords();
  return (
    <>
      <Text as="p" variant="body-medium">
        {t('home.noApplication')}
      </Text>
      <Quiet as="p">{t('home.noApplicationHint')}</Quiet>
    </>
  );
}

/** What the catalog knows, for who may not see the fleet, and while the fleet knows nothing. */
function CatalogRows(props: {
  owners: string[];
  /** Why there are no states. */
  why: string;
}) {
  const { owners, why } = props;
  const { t } = useWords();
  const catalogApi = useApi(catalogApiRef);
  const toEntityPath = useEntityRefLink();
  const { data } = useQuery(
    {
      queryKey: ['fabrique', 'own-entities', owners],
      queryFn: () =>
        catalogApi.queryEntities({
          filter: { kind: 'Component', 'relations.ownedBy': owners },
          fields: [
            'kind',
            'metadata.name',
            'metadata.namespace',
            'metadata.title',
          ],
          limit: cardRows,
        }),
      enabled: owners.length > 0,
    },
    useApi(queryClientApiRef),
  );
  if (owners.length === 0 || data?.items.length === 0) {
    return <NoApplication />;
  }
  return (
    <>
      <ul aria-label={t('home.applications')} className={classes.rows}>
        {data?.items.map(entity => (
          <li key={stringifyEntityRef(entity)}>
            <Link href={toEntityPath(entity)} variant="body-medium" standalone>
              {entity.metadata.title ?? entity.metadata.name}
            </Link>
          </li>
        ))}
      </ul>
      {data && <Quiet as="p">{why}</Quiet>}
    </>
  );
}
