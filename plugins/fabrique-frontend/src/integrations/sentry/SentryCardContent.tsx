import { SentryView } from '@socialgouv/backstage-plugin-fabrique-common';
import { CardRows } from '../../card/CardRows';
import { FabriqueCardContentProps } from '../../card/FabriqueCardBlueprint';
import { Facts } from '../../card/Facts';
import { Headline } from '../../card/Headline';
import { ToolLink } from '../../card/ToolLink';
import { TimeSeriesChart } from '../../chart/TimeSeriesChart';
import { RelativeTime } from '../../words/RelativeTime';
import { useWords, Words } from '../../words/useWords';

/** Errors of a Sentry project: how many, when, which. */
export function SentryCardContent(props: FabriqueCardContentProps<SentryView>) {
  const { view, verdict } = props;
  const { t, format } = useWords();
  const total = view.eventsByHour.reduce((sum, { value }) => sum + value, 0);
  const events = t('sentry.events', { count: total });
  const { crashFreeSessionsPercent, latestRelease, trendPercent } = view;
  return (
    <>
      <Headline verdict={verdict} calm={toCalmSentence(view, t)} />
      {view.eventsByHour.length > 0 && (
        <TimeSeriesChart
          label={t('sentry.chart')}
          valueLabel={t('sentry.value')}
          points={view.eventsByHour}
          step="hour"
        />
      )}
      <Facts
        facts={[
          trendPercent === undefined
            ? events
            : t('sentry.eventsTrend', {
                events,
                change: format.change(trendPercent),
              }),
          verdict.level !== 'ok' && toUnresolved(view, t),
          crashFreeSessionsPercent !== undefined &&
            t('sentry.crashFree', {
              percent: format.percent(crashFreeSessionsPercent),
            }),
          latestRelease && (
            <ToolLink href={latestRelease.url}>
              {t('sentry.release', { version: latestRelease.version })}
            </ToolLink>
          ),
        ]}
      />
      <CardRows
        label={t('sentry.rows')}
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
  const isQuiet = view.eventsByDay.every(({ value }) => value === 0);
  return isQuiet ? t('sentry.nothing') : t('sentry.noneUnresolved');
}

function toUnresolved(view: SentryView, t: Words['t']): string {
  const { count, complete } = view.unresolved;
  return complete
    ? t('sentry.unresolved', { count })
    : t('sentry.unresolvedAtLeast', { minimum: count });
}
