import { useRouteRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Link, Select, Skeleton } from '@backstage/ui';
import {
  Environment,
  environments,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { useState } from 'react';
import { PortalFailure } from '../overview/PortalFailure';
import { summarizeOverview } from '../overview/summarizeOverview';
import { toEnvironment } from '../overview/toEnvironment';
import { useOverview } from '../overview/useOverview';
import { servicesRouteRef } from '../routes';
import { useWords } from '../words/useWords';
import classes from './ServicesCard.module.css';
import { ServicesSummary } from './ServicesSummary';

/** Says on the overview of an entity whether its services are well. */
export function ServicesCard() {
  const { t } = useWords();
  const [environment, setEnvironment] = useState<Environment>(environments[0]);
  const { data, error, refetch } = useOverview(environment);
  const tabPath = useRouteRef(servicesRouteRef)?.();
  return (
    <EntityInfoCard
      title={t('overview.title')}
      headerActions={
        <Select
          size="small"
          aria-label={t('environment.label')}
          options={environments.map(id => ({ id, label: id }))}
          value={environment}
          onChange={value => setEnvironment(toEnvironment(value))}
        />
      }
      footerActions={
        tabPath && (
          <Link
            href={`${tabPath}?${new URLSearchParams({ environment })}`}
            variant="body-small"
            standalone
          >
            {t('overview.seeAll')} <span aria-hidden="true">→</span>
          </Link>
        )
      }
    >
      {data && <ServicesSummary summary={summarizeOverview(data)} />}
      {!data && !error && (
        <div
          role="status"
          aria-label={t('overview.loading')}
          className={classes.loading}
        >
          <Skeleton width="60%" height={20} />
          <Skeleton width="90%" height={14} />
          <Skeleton width="80%" height={14} />
        </div>
      )}
      {!data && error && <PortalFailure error={error} onRetry={refetch} />}
    </EntityInfoCard>
  );
}
