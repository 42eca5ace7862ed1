import { useRouteRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Link, Select, Skeleton } from '@backstage/ui';
import { environments } from '@socialgouv/backstage-plugin-fabrique-common';
import {
  formatSelection,
  parseSelection,
} from '../overview/EnvironmentSelection';
import { MissingBranch } from '../overview/MissingBranch';
import { PortalFailure } from '../overview/PortalFailure';
import { summarizeOverview } from '../overview/summarizeOverview';
import { useEnvironmentSelection } from '../overview/useEnvironmentSelection';
import { useOverview } from '../overview/useOverview';
import { servicesRouteRef } from '../routes';
import { useWords } from '../words/useWords';
import classes from './ServicesCard.module.css';
import { ServicesSummary } from './ServicesSummary';

/** The environments, then the review branches, with the chosen one even where it is not there any more. */
function toOptions(reviewBranches: string[], chosen?: string) {
  const branches = new Set([...reviewBranches, ...(chosen ? [chosen] : [])]);
  return [
    ...environments.map(id => ({ id, label: id })),
    ...[...branches].sort().map(branch => ({
      id: formatSelection({ environment: 'dev', branch }),
      label: branch,
    })),
  ];
}

/** Says on the overview of an entity whether its services are well. */
export function ServicesCard() {
  const { t } = useWords();
  const [selection, setSelection] = useEnvironmentSelection();
  const { data, error, refetch } = useOverview(selection);
  const selected = formatSelection(selection);
  const tabPath = useRouteRef(servicesRouteRef)?.();
  return (
    <EntityInfoCard
      title={t('overview.title')}
      headerActions={
        <Select
          size="small"
          aria-label={t('environment.label')}
          options={toOptions(data?.reviewBranches ?? [], selection.branch)}
          value={selected}
          onChange={value => setSelection(parseSelection(value))}
        />
      }
      footerActions={
        tabPath && (
          <Link
            href={`${tabPath}?${new URLSearchParams({
              environment: selected,
            })}`}
            variant="body-small"
            standalone
          >
            {t('overview.seeAll')} <span aria-hidden="true">→</span>
          </Link>
        )
      }
    >
      <MissingBranch overview={data} />
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
