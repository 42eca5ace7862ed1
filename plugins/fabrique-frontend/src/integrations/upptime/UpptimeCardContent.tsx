import {
  UpptimePeriods,
  UpptimeView,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { CardRows } from '../../card/CardRows';
import { FabriqueCardContentProps } from '../../card/FabriqueCardBlueprint';
import { Facts } from '../../card/Facts';
import { Headline } from '../../card/Headline';
import { TimeSeriesChart } from '../../chart/TimeSeriesChart';
import { useWords } from '../../words/useWords';

const periods = ['day', 'week', 'month', 'year'] as const;

/** A site: whether it answers, how much of the time it did, how fast, and when it was down. */
export function UpptimeCardContent(
  props: FabriqueCardContentProps<UpptimeView>,
) {
  const { view, verdict } = props;
  const { t, format } = useWords();
  const { downMinutesByDay, uptimePercent, responseTimeMs } = view;
  const downDays = downMinutesByDay.filter(({ value }) => value > 0).reverse();
  const calm = {
    up: t('upptime.up'),
    degraded: t('upptime.degraded'),
    unknown: t('upptime.unknown'),
    // A site that is down always has a reason, which stands in place of this.
    down: '',
  }[view.status ?? 'unknown'];
  const dayOf = (at: string) =>
    new Intl.DateTimeFormat(format.language, {
      day: 'numeric',
      month: 'long',
      // The days are those of UTC: elsewhere their midnight may be another day's evening.
      timeZone: 'UTC',
    }).format(new Date(at));
  const available = toShown(uptimePercent).map(([period, value]) =>
    // Two decimals: between 99.95 and 100 lies what matters.
    t(`upptime.uptime.${period}`, { percent: format.percent(value, 2) }),
  );
  const times = toShown(responseTimeMs).map(([period, value]) =>
    t(`upptime.time.${period}`, { ms: Math.round(value) }),
  );
  return (
    <>
      <Headline verdict={verdict} calm={calm} />
      {downMinutesByDay.length > 0 && (
        <TimeSeriesChart
          label={t('upptime.chart')}
          valueLabel={t('upptime.value')}
          points={downMinutesByDay}
          step="day"
        />
      )}
      <Facts
        facts={[
          downDays.length > 0 && t('upptime.range'),
          downMinutesByDay.length > 0 &&
            downDays.length === 0 &&
            t('upptime.neverDown'),
          available.length > 0 &&
            t('upptime.available', { values: available.join(', ') }),
          times.length > 0 &&
            t('upptime.responseTime', { values: times.join(', ') }),
        ]}
      />
      <CardRows
        label={t('upptime.rows')}
        rows={downDays.map(({ at, value }) => ({
          key: at,
          title: dayOf(at),
          href: view.pageUrl,
          details: [
            t('upptime.downFor', { duration: format.duration(value * 60) }),
          ],
        }))}
      />
    </>
  );
}

/** The periods that are known; all time stands in for them where none is. */
function toShown(values: UpptimePeriods): [keyof UpptimePeriods, number][] {
  const known = periods.flatMap((period): [keyof UpptimePeriods, number][] => {
    const value = values[period];
    return value === undefined ? [] : [[period, value]];
  });
  if (known.length > 0 || values.all === undefined) return known;
  return [['all', values.all]];
}
