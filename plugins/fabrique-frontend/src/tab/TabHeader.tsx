import { ButtonIcon, Text } from '@backstage/ui';
import { RiRefreshLine } from '@remixicon/react';
import { EntityOverview } from '@socialgouv/backstage-plugin-fabrique-common';
import { VerdictMark } from '../card/VerdictMark';
import { EnvironmentSelection } from '../overview/EnvironmentSelection';
import { EnvironmentSwitch } from '../overview/EnvironmentSwitch';
import { summarizeOverview } from '../overview/summarizeOverview';
import { useSummarySentence } from '../overview/useSummarySentence';
import { RelativeTime } from '../words/RelativeTime';
import { useWords } from '../words/useWords';

import classes from './TabHeader.module.css';
import { Quiet } from '../card/Quiet';

/** The line above the cards: which environment, how it is, how old that is. */
export function TabHeader(props: {
  selection: EnvironmentSelection;
  onSelectionChange: (selection: EnvironmentSelection) => void;
  overview?: EntityOverview;
  /** Milliseconds since 1970; 0 while there is no answer. */
  updatedAt: number;
  isRefreshing: boolean;
  onRefresh: () => void;
}) {
  const { overview, updatedAt } = props;
  const { t } = useWords();
  return (
    <div className={classes.header}>
      <EnvironmentSwitch
        selection={props.selection}
        onChange={props.onSelectionChange}
        reviewBranches={overview?.reviewBranches ?? []}
      />
      <div className={classes.verdict} role="status">
        <Verdict overview={overview} />
      </div>
      <div className={classes.age}>
        {updatedAt > 0 && (
          <Quiet>
            {t('card.updated', {
              time: <RelativeTime at={new Date(updatedAt).toISOString()} />,
            })}
          </Quiet>
        )}
        <ButtonIcon
          aria-label={t('overview.refresh')}
          icon={<RiRefreshLine size={16} />}
          variant="tertiary"
          size="small"
          isPending={props.isRefreshing}
          onPress={props.onRefresh}
        />
      </div>
    </div>
  );
}

function Verdict(props: { overview?: EntityOverview }) {
  const { t, format, serviceTitle } = useWords();
  const toSentence = useSummarySentence();
  if (!props.overview) {
    return <Quiet>{t('overview.loading')}</Quiet>;
  }
  const summary = summarizeOverview(props.overview);
  const { level, failed } = summary;
  return (
    <>
      <VerdictMark level={level} />
      <Text variant="body-large" weight="bold">
        {toSentence(summary)}
      </Text>
      {failed.length > 0 && level !== 'unknown' && (
        <Quiet>
          {t('overview.unknown', {
            count: failed.length,
            services: format.list(failed.map(serviceTitle)),
          })}
        </Quiet>
      )}
    </>
  );
}
