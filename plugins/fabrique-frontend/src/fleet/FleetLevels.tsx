import { ToggleButton } from '@backstage/ui';
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
  const { counts, chosen = [], onChange } = props;
  const choose = (level: FleetLevel, isChosen: boolean) => {
    const levels = fleetLevels.filter(other =>
      other === level ? isChosen : chosen.includes(other),
    );
    onChange(levels.length > 0 ? levels : undefined);
  };
  return (
    <div role="group" aria-label={t('fleet.states')} className={classes.levels}>
      {fleetLevels
        // A state that nothing is in says nothing, unless it has just been chosen.
        .filter(level => counts[level] > 0 || chosen.includes(level))
        .map(level => (
          <ToggleButton
            key={level}
            size="small"
            iconStart={<VerdictMark level={level} size={14} />}
            isSelected={chosen.includes(level)}
            onChange={isChosen => choose(level, isChosen)}
          >
            {t(`fleet.level.${level}`, { count: counts[level] })}
          </ToggleButton>
        ))}
    </div>
  );
}
