import { useWords } from '../words/useWords';
import classes from './VerdictBadge.module.css';
import { MarkLevel, VerdictMark } from './VerdictMark';

/** A verdict in words, with its sign. */
export function VerdictBadge(props: { level: MarkLevel }) {
  const { t } = useWords();
  return (
    <span className={classes.badge} data-level={props.level}>
      <VerdictMark level={props.level} size={14} />
      {t(`verdict.${props.level}`)}
    </span>
  );
}
