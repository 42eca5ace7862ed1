import { Text } from '@backstage/ui';
import { FleetPage as FleetAnswer } from '@socialgouv/backstage-plugin-fabrique-common';
import { Quiet } from '../card/Quiet';
import { PortalFailure } from '../overview/PortalFailure';
import { PageFrame } from '../page/PageFrame';
import { RelativeTime } from '../words/RelativeTime';
import { Sentence } from '../words/Sentence';
import { useWords } from '../words/useWords';
import { clearedFilter, FleetFilter, isFiltered } from './fleetFilter';
import { FleetFilters } from './FleetFilters';
import { FleetLevels } from './FleetLevels';
import classes from './FleetPage.module.css';
import { FleetTable } from './FleetTable';
import { FleetToolbar } from './FleetToolbar';
import { useFleet } from './useFleet';
import { useFleetFilter } from './useFleetFilter';

/** Every component with every service, worst first. */
export function FleetPage() {
  const { t } = useWords();
  const [filter, changeFilter] = useFleetFilter();
  const { data, error, isPlaceholderData, refetch } = useFleet(filter);
  return (
    <PageFrame loading={data || error ? undefined : t('fleet.loading')}>
      <FleetToolbar
        filter={filter}
        watched={data?.environments}
        onChange={changeFilter}
      />
      {error && (
        <PortalFailure
          error={error}
          onRetry={refetch}
          failed={t('fleet.failed')}
          forbidden={t('fleet.forbidden')}
        />
      )}
      {data && (
        <>
          <FleetLevels
            counts={data.levelCounts}
            chosen={filter.levels}
            onChange={levels => changeFilter({ levels })}
          />
          <FleetFilters
            filter={filter}
            page={data}
            onChange={changeFilter}
            onClear={() => changeFilter(clearedFilter)}
          />
          <Summary page={data} />
          {data.total > 0 ? (
            <FleetTable
              filter={filter}
              firstPage={data}
              isWaiting={isPlaceholderData}
              onSort={(sort, descending) => changeFilter({ sort, descending })}
            />
          ) : (
            <Nothing filter={filter} page={data} />
          )}
        </>
      )}
    </PageFrame>
  );
}

function Summary(props: { page: FleetAnswer }) {
  const { t } = useWords();
  const { total, oldestAnswerAt } = props.page;
  return (
    <div className={classes.summary}>
      <Text as="p" variant="body-medium" weight="bold" role="status">
        {t('fleet.count', { count: total })}
      </Text>
      {total > 0 && (
        <Quiet as="p">
          {oldestAnswerAt
            ? t('fleet.oldest', { time: <RelativeTime at={oldestAnswerAt} /> })
            : t('fleet.firstRound')}
        </Quiet>
      )}
    </div>
  );
}

/** No row: nobody looks at the environment, or the filters hide all, or there is no component. */
function Nothing(props: { filter: FleetFilter; page: FleetAnswer }) {
  const { filter, page } = props;
  const { t } = useWords();
  const { environment } = filter;
  const [title, hint] = toWords();
  return (
    <div className={classes.nothing}>
      <Text as="p" variant="body-large" weight="bold">
        {title}
      </Text>
      <Quiet as="p">
        <Sentence>{hint}</Sentence>
      </Quiet>
    </div>
  );

  function toWords() {
    if (!page.environments.includes(environment)) {
      return [
        t('fleet.notWatched', { environment }),
        t('fleet.notWatchedHint'),
      ];
    }
    return isFiltered(filter)
      ? [t('fleet.nothing'), t('fleet.nothingHint')]
      : [t('fleet.empty'), t('fleet.emptyHint')];
  }
}
