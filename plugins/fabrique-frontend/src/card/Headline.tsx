import { Text } from '@backstage/ui';
import { Verdict } from '@socialgouv/backstage-plugin-fabrique-common';
import { toSentenceCase, useWords } from '../words/useWords';
import classes from './Headline.module.css';
import { VerdictMark } from './VerdictMark';
import { Quiet } from './Quiet';

const maximum = 3;

/** The sentence that matters: the worst reason of the verdict, or `calm` when there is none. */
export function Headline(props: { verdict: Verdict; calm: string }) {
  const { t, reason } = useWords();
  const { verdict, calm } = props;
  const [first, ...others] = verdict.reasons;
  const shown = others.slice(0, maximum - 1);
  const hidden = others.length - shown.length;
  return (
    <div className={classes.headline}>
      <Text as="p" variant="body-large" weight="bold">
        {toSentenceCase(first ? reason(first) : calm)}
      </Text>
      {shown.length > 0 && (
        <ul className={classes.others}>
          {shown.map((other, index) => (
            <li key={index} className={classes.other}>
              <VerdictMark level={other.level} size={12} />
              <Text variant="body-small">{toSentenceCase(reason(other))}</Text>
            </li>
          ))}
        </ul>
      )}
      {hidden > 0 && (
        <Quiet size="x-small">{t('card.moreReasons', { count: hidden })}</Quiet>
      )}
    </div>
  );
}
