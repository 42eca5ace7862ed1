import { MatomoView } from '@socialgouv/backstage-plugin-fabrique-common';
import { CardRows } from '../../card/CardRows';
import { FabriqueCardContentProps } from '../../card/FabriqueCardBlueprint';
import { Facts } from '../../card/Facts';
import { Headline } from '../../card/Headline';
import { TimeSeriesChart } from '../../chart/TimeSeriesChart';
import { useWords } from '../../words/useWords';

/** Visits of a site: how many, since when, of which pages. */
export function MatomoCardContent(props: FabriqueCardContentProps<MatomoView>) {
  const { view, verdict } = props;
  const { t, format } = useWords();
  const { visitsLastWeek, visitsWeekBefore, bounceRatePercent } = view;
  const visits = t('matomo.visits', { count: visitsLastWeek });
  const unmet = view.exemption.filter(item => item.met === false);
  return (
    <>
      <Headline verdict={verdict} calm={visits} />
      {view.visitsByDay.length > 0 && (
        <TimeSeriesChart
          label={t('matomo.chart')}
          valueLabel={t('matomo.value')}
          points={view.visitsByDay}
          step="day"
        />
      )}
      <Facts
        facts={[
          view.visitsByDay.length > 0 && t('matomo.range'),
          verdict.level !== 'ok' && visits,
          t('matomo.today', { count: view.visitsToday }),
          visitsWeekBefore > 0 &&
            t('matomo.change', {
              change: format.change(
                (visitsLastWeek / visitsWeekBefore - 1) * 100,
              ),
            }),
          visitsLastWeek > 0 &&
            bounceRatePercent !== undefined &&
            t('matomo.bounce', { percent: format.percent(bounceRatePercent) }),
          ...view.goals.map(({ name, conversions }) =>
            t('matomo.goal', { name, conversions }),
          ),
          unmet.length > 0 &&
            t('matomo.exemption.label', {
              checks: format.list(
                unmet.map(({ check }) => t(`matomo.exemption.${check}`)),
              ),
            }),
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
    </>
  );
}
