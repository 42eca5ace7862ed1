import { Text, VisuallyHidden } from '@backstage/ui';
import { Facts } from '../card/Facts';
import { VerdictMark } from '../card/VerdictMark';
import { OverviewSummary } from '../overview/summarizeOverview';
import { useSummarySentence } from '../overview/useSummarySentence';
import { useWords } from '../words/useWords';
import classes from './ServicesCard.module.css';
import { Quiet } from '../card/Quiet';

const maximumReasons = 4;

/** One sentence, the worst reasons, and the count of the rest. */
export function ServicesSummary(props: { summary: OverviewSummary }) {
  const { summary } = props;
  const { t, format, reason, serviceTitle } = useWords();
  const toSentence = useSummarySentence();
  const { level, well, notLinked, failed, pending, stale } = summary;
  const reasons = summary.reasons.slice(0, maximumReasons);
  const hidden = summary.reasons.length - reasons.length;
  const name = (ids: string[]) => format.list(ids.map(serviceTitle));
  return (
    <div className={classes.summary}>
      <div className={classes.sentence}>
        <VerdictMark level={level} />
        <Text as="p" variant="body-large" weight="bold">
          {toSentence(summary)}
        </Text>
      </div>
      {reasons.length > 0 && (
        <ul className={classes.reasons}>
          {reasons.map((item, index) => (
            <li key={index} className={classes.reason}>
              <VerdictMark level={item.reason.level} size={14} />
              <VisuallyHidden>
                {t(`verdict.${item.reason.level}`)}{' '}
              </VisuallyHidden>
              <Text variant="body-medium" weight="bold">
                {serviceTitle(item.service)}
              </Text>
              <Text variant="body-medium" className={classes.words}>
                {reason(item.reason)}
              </Text>
            </li>
          ))}
        </ul>
      )}
      <Facts
        facts={[
          hidden > 0 && t('overview.reasonCount', { count: hidden }),
          well.length > 0 && t('overview.wellCount', { count: well.length }),
          notLinked.length > 0 &&
            t('overview.notLinkedCount', { count: notLinked.length }),
        ]}
      />
      <div className={classes.notes}>
        {failed.length > 0 && level !== 'unknown' && (
          <Quiet as="p">
            {t('overview.unknown', {
              count: failed.length,
              services: name(failed),
            })}
          </Quiet>
        )}
        {stale.length > 0 && (
          <Quiet as="p">
            {t('overview.stale', {
              count: stale.length,
              services: name(stale),
            })}
          </Quiet>
        )}
        {pending.length > 0 && level !== 'pending' && (
          <Quiet as="p">
            {t('overview.pending', {
              count: pending.length,
              services: name(pending),
            })}
          </Quiet>
        )}
      </div>
    </div>
  );
}
