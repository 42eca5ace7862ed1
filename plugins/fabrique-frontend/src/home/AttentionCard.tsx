import { Text, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { FleetLevel } from '@socialgouv/backstage-plugin-fabrique-common';
import { useState } from 'react';
import { Quiet } from '../card/Quiet';
import { PortalFailure } from '../overview/PortalFailure';
import { useWords } from '../words/useWords';
import { ApplicationRows } from './ApplicationRows';
import { HomeCard } from './HomeCard';
import { useFleetPath } from './useFleetPath';
import { useOwnApplications, useWorstApplications } from './useOwnApplications';

const ill: FleetLevel[] = ['problem', 'attention'];

/** What needs someone today: among one's own applications, or in the whole fleet. */
export function AttentionCard() {
  const { t } = useWords();
  const toFleetPath = useFleetPath();
  const [chosen, setChosen] = useState<'mine' | 'fleet'>();
  const own = useOwnApplications();
  const hasOwn = (own.page?.total ?? 0) > 0;
  // Who owns nothing looks after all of them, as operations does.
  const ownsNothing = !own.isLoading && !own.error && !hasOwn;
  const scope = chosen ?? (ownsNothing ? 'fleet' : 'mine');
  const fleet = useWorstApplications({ isEnabled: scope === 'fleet' });
  const { page, error, isLoading } =
    scope === 'mine' ? own : { ...fleet, page: fleet.data };
  const { levelCounts } = page ?? {};
  const count = ill.reduce((sum, id) => sum + (levelCounts?.[id] ?? 0), 0);
  const rows = page?.rows.filter(({ level }) => ill.includes(level)) ?? [];
  return (
    <HomeCard
      title={t('home.attention')}
      isLoading={isLoading}
      action={
        hasOwn && (
          <ToggleButtonGroup
            aria-label={t('home.attentionScope')}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[scope]}
            onSelectionChange={keys =>
              setChosen(keys.has('fleet') ? 'fleet' : 'mine')
            }
          >
            <ToggleButton id="mine" size="small">
              {t('home.scopeMine')}
            </ToggleButton>
            <ToggleButton id="fleet" size="small">
              {t('home.scopeFleet')}
            </ToggleButton>
          </ToggleButtonGroup>
        )
      }
      more={
        count > 0
          ? {
              href: toFleetPath({
                levels: ill,
                owners: scope === 'mine' ? own.owners : undefined,
              }),
              words: t('home.seeAll', { count }),
            }
          : undefined
      }
    >
      {error && (
        <PortalFailure
          error={error}
          onRetry={scope === 'mine' ? own.retry : fleet.refetch}
          failed={t('home.failed')}
          forbidden={t('home.stateForbidden')}
        />
      )}
      {rows.length > 0 && (
        <ApplicationRows label={t('home.attention')} rows={rows} />
      )}
      {page && rows.length === 0 && (
        <Text as="p" variant="body-medium">
          {t('home.nothingToDo')}
        </Text>
      )}
      {levelCounts && levelCounts.unknown > 0 && (
        <Quiet as="p">
          {t('home.unknown', { count: levelCounts.unknown })}
        </Quiet>
      )}
    </HomeCard>
  );
}
