import {
  SentryView,
  TimeSeriesPoint,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { CardRows } from '../../card/CardRows';
import { FabriqueCardContentProps } from '../../card/FabriqueCardBlueprint';
import { Facts } from '../../card/Facts';
import { Headline } from '../../card/Headline';
import { ToolLink } from '../../card/ToolLink';
import { ChartPair } from '../../chart/ChartPair';
import { TimeSeriesChart } from '../../chart/TimeSeriesChart';
import { RelativeTime } from '../../words/RelativeTime';
import { useWords, Words } from '../../words/useWords';

/** Errors of a Sentry project: how many, when, which. */
export function SentryCardContent(props: FabriqueCardContentProps<SentryView>) {
  const { view, verdict } = props;
  const { t, format } = useWords();
  const { crashFreeSessionsPercent, environments, releases } = view;
  const toCaption = (
    range: 'day' | 'fortnight',
    points: TimeSeriesPoint[],
    trend: number | undefined,
  ) => {
    const count = points.reduce((sum, { value }) => sum + value, 0);
    const events = t(`sentry.events.${range}`, { count });
    if (trend === undefined) return events;
    const change = format.change(trend);
    return t(`sentry.trend.${range}`, { events, change });
  };
  return (
    <>
      <Headline verdict={verdict} calm={toCalmSentence(view, t)} />
      {view.eventsByDay.some(({ value }) => value > 0) && (
        <ChartPair>
          <TimeSeriesChart
            label={t('sentry.chart.day')}
            valueLabel={t('sentry.value')}
            points={view.eventsByHour}
            step="hour"
            caption={toCaption('day', view.eventsByHour, view.trendPercent)}
          />
          <TimeSeriesChart
            label={t('sentry.chart.fortnight')}
            valueLabel={t('sentry.value')}
            points={view.eventsByDay}
            step="day"
            caption={toCaption(
              'fortnight',
              view.eventsByDay,
              view.weekTrendPercent,
            )}
          />
        </ChartPair>
      )}
      <Facts
        facts={[
          environments.length > 1 &&
            t('sentry.environments', {
              names: format.list(environments),
            }),
          verdict.level !== 'ok' && toUnresolved(view, t),
          crashFreeSessionsPercent !== undefined &&
            t('sentry.crashFree', {
              percent: format.percent(crashFreeSessionsPercent),
            }),
          ...releases.map(({ version, url, createdAt }) => (
            <>
              <ToolLink href={url}>{t('sentry.release', { version })}</ToolLink>{' '}
              <RelativeTime at={createdAt} />
            </>
          )),
        ]}
      />
      <CardRows
        label={t('sentry.rows')}
        total={view.unresolved.count}
        isAtLeast={!view.unresolved.complete}
        rows={view.issues.map(issue => ({
          key: issue.id,
          title: issue.title,
          href: issue.url,
          mark: issue.isNew || issue.isRegressed ? 'attention' : undefined,
          details: [
            issue.isRegressed ? t('sentry.isRegressed') : undefined,
            issue.isNew ? t('sentry.isNew') : undefined,
            format.number(issue.eventCount),
            <RelativeTime at={issue.lastSeenAt} />,
          ],
        }))}
      />
    </>
  );
}

function toCalmSentence(view: SentryView, t: Words['t']): string {
  if (view.unresolved.count > 0) return toUnresolved(view, t);
  if (view.environments.length > 0 && view.shownEnvironments.length === 0) {
    return t('sentry.notHeardOf');
  }
  const isQuiet = view.eventsByDay.every(({ value }) => value === 0);
  return isQuiet ? t('sentry.nothing') : t('sentry.noneUnresolved');
}

function toUnresolved(view: SentryView, t: Words['t']): string {
  const { count, complete } = view.unresolved;
  return complete
    ? t('sentry.unresolved', { count })
    : t('sentry.unresolvedAtLeast', { minimum: count });
}
