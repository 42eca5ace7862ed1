import {
  UpptimePeriods,
  UpptimeView,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { CardRow, CardRows } from '../../card/CardRows';
import { FabriqueCardContentProps } from '../../card/FabriqueCardBlueprint';
import { Facts } from '../../card/Facts';
import { Headline } from '../../card/Headline';
import { ChartPair } from '../../chart/ChartPair';
import { TimeSeriesChart } from '../../chart/TimeSeriesChart';
import { useWords, Words } from '../../words/useWords';
import { toDownDayRows, toIncidentRows } from './upptimeRows';

const periods = ['day', 'week', 'month', 'year'] as const;

/** A site: whether it answers, how much of the time it did, how fast, and when it was down. */
export function UpptimeCardContent(
  props: FabriqueCardContentProps<UpptimeView>,
) {
  const { view, verdict } = props;
  const { t, format } = useWords();
  const { downMinutesByDay, uptimePercent, responseTimeMs, incidents } = view;
  const downDayCount = downMinutesByDay.filter(({ value }) => value > 0).length;
  const calm = view.status === 'up' ? t('upptime.up') : t('upptime.unknown');
  const available = toShown(uptimePercent).map(([period, value]) =>
    // Two decimals: between 99.95 and 100 lies what matters.
    t(`upptime.uptime.${period}`, { percent: format.percent(value, 2) }),
  );
  // From the longest to the shortest, so that the line ends with what is newest.
  const times = toShown(responseTimeMs).reverse();
  const isLine = times.length > 1;
  const rows: CardRow[] = incidents
    ? toIncidentRows(incidents, t, format)
    : toDownDayRows(view, t, format);
  return (
    <>
      <Headline verdict={verdict} calm={calm} />
      <ChartPair>
        {downMinutesByDay.length > 0 && (
          <TimeSeriesChart
            label={t('upptime.chart.down')}
            valueLabel={t('upptime.value')}
            points={downMinutesByDay}
            step="day"
            caption={t('upptime.downDays', { count: downDayCount })}
          />
        )}
        {isLine && (
          <TimeSeriesChart
            label={t('upptime.chart.time')}
            valueLabel={t('upptime.ms')}
            points={times.map(([at, value]) => ({ at, value }))}
            names={times.map(([period]) => t(`upptime.period.${period}`))}
            step="day"
            kind="line"
            caption={toTimeCaption(view, t)}
          />
        )}
      </ChartPair>
      <Facts
        facts={[
          available.length > 0 &&
            t('upptime.available', { values: available.join(', ') }),
          !isLine &&
            times.map(([period, value]) =>
              t(`upptime.time.${period}`, { ms: Math.round(value) }),
            )[0],
        ]}
      />
      <CardRows label={t('upptime.rows')} rows={rows} total={rows.length} />
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

function toTimeCaption(view: UpptimeView, t: Words['t']): string {
  const { responseTimeMs, usualResponseTimeMs: usual } = view;
  const { day } = responseTimeMs;
  if (day === undefined) return t('upptime.averages');
  const ms = Math.round(day);
  return usual === undefined
    ? t('upptime.time.day', { ms })
    : t('upptime.usual', { ms, usual: Math.round(usual) });
}
