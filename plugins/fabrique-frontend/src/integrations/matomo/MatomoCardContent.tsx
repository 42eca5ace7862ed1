import { MatomoView } from '@socialgouv/backstage-plugin-fabrique-common';
import { CardRows } from '../../card/CardRows';
import { FabriqueCardContentProps } from '../../card/FabriqueCardBlueprint';
import { Facts } from '../../card/Facts';
import { Headline } from '../../card/Headline';
import { TimeSeriesChart } from '../../chart/TimeSeriesChart';
import { useWords } from '../../words/useWords';
import { ExemptionChecklist } from './ExemptionChecklist';

/** Visits of a site: how many, since when, of which pages, and whether they may be counted unasked. */
export function MatomoCardContent(props: FabriqueCardContentProps<MatomoView>) {
  const { view, verdict } = props;
  const { t, format } = useWords();
  const { visitsLastWeek, visitsWeekBefore, visitsByDay } = view;
  const { bounceRatePercent, actionsPerVisit } = view;
  const visits = t('matomo.visits', { count: visitsLastWeek });
  const total = visitsByDay.reduce((sum, { value }) => sum + value, 0);
  return (
    <>
      <Headline verdict={verdict} calm={visits} />
      {total > 0 && (
        <TimeSeriesChart
          label={t('matomo.chart')}
          valueLabel={t('matomo.value')}
          points={visitsByDay}
          step="day"
          kind="line"
          comparison={{
            valueLabel: t('matomo.comparison'),
            points: view.visitsAWeekEarlier,
          }}
          caption={t('matomo.month', { count: total })}
        />
      )}
      <Facts
        facts={[
          verdict.level !== 'ok' && visits,
          t('matomo.today', { count: view.visitsToday }),
          visitsWeekBefore > 0 &&
            t('matomo.change', {
              change: format.change(
                (visitsLastWeek / visitsWeekBefore - 1) * 100,
              ),
            }),
          total > 0 &&
            bounceRatePercent !== undefined &&
            t('matomo.bounce', { percent: format.percent(bounceRatePercent) }),
          total > 0 &&
            actionsPerVisit !== undefined &&
            t('matomo.actions', { number: actionsPerVisit }),
          ...view.goals.map(({ name, conversions }) =>
            t('matomo.goal', { name, conversions }),
          ),
        ]}
      />
      <CardRows
        label={t('matomo.rows')}
        rows={view.topPages.map((page, index) => ({
          key: `${page.label}/${index}`,
          title: page.label,
          href: page.url,
          details: [t('matomo.pageVisits', { count: page.visits })],
        }))}
      />
      <ExemptionChecklist conditions={view.exemption} />
    </>
  );
}
