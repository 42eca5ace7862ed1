import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import {
  FleetLevel,
  fleetLevels,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { VerdictMark } from '../card/VerdictMark';
import { useWords } from '../words/useWords';
import classes from './FleetPage.module.css';

/** How many components there are in each state; each chip also filters by its state. */
export function FleetLevels(props: {
  counts: Record<FleetLevel, number>;
  chosen?: FleetLevel[];
  onChange: (levels: FleetLevel[] | undefined) => void;
}) {
  const { t } = useWords();
  const { counts, chosen = [] } = props;
  return (
    <ToggleButtonGroup
      aria-label={t('fleet.states')}
      className={classes.levels}
      selectionMode="multiple"
      selectedKeys={chosen}
      onSelectionChange={keys => {
        const levels = fleetLevels.filter(level => keys.has(level));
        props.onChange(levels.length > 0 ? levels : undefined);
      }}
    >
      {fleetLevels
        // A state that nothing is in says nothing, unless it has just been chosen.
        .filter(level => counts[level] > 0 || chosen.includes(level))
        .map(level => (
          <ToggleButton
            key={level}
            id={level}
            size="small"
            iconStart={<VerdictMark level={level} size={14} />}
          >
            {t(`fleet.level.${level}`, { count: counts[level] })}
          </ToggleButton>
        ))}
    </ToggleButtonGroup>
  );
}
