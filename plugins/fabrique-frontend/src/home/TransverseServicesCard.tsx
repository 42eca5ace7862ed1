import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { ToolLink } from '../card/ToolLink';
import { VerdictMark } from '../card/VerdictMark';
import { PortalFailure } from '../overview/PortalFailure';
import { transverseServicesRouteRef } from '../routes';
import { useTransverseServices } from '../transverse/useTransverseServices';
import { useWords } from '../words/useWords';
import { HomeCard } from './HomeCard';
import classes from './HomeCard.module.css';

/** Whether the services that the teams share answer. */
export function TransverseServicesCard() {
  const { t } = useWords();
  const toPage = useRouteRef(transverseServicesRouteRef);
  const { data, error, isLoading, refetch } = useTransverseServices();
  return (
    <HomeCard
      title={t('home.services')}
      isLoading={isLoading}
      more={{ href: toPage?.(), words: t('home.seeServices') }}
    >
      {error && (
        <PortalFailure
          error={error}
          onRetry={refetch}
          failed={t('transverse.failed')}
          forbidden={t('transverse.forbidden')}
        />
      )}
      {data?.services.length === 0 && (
        <Text as="p" variant="body-medium">
          {t('transverse.empty')}
        </Text>
      )}
      <ul aria-label={t('home.services')} className={classes.rows}>
        {data?.services.map(({ id, name, url, state, level }) => (
          <li key={id} className={classes.row}>
            <VerdictMark level={level ?? 'unknown'} />
            <div className={classes.words}>
              {url ? (
                <ToolLink href={url} standalone>
                  {name}
                </ToolLink>
              ) : (
                <Text variant="body-small">{name}</Text>
              )}
            </div>
            <Text variant="body-small">{t(`transverse.${state}`)}</Text>
          </li>
        ))}
      </ul>
    </HomeCard>
  );
}
