import { GrafanaView } from '@socialgouv/backstage-plugin-fabrique-common';
import { CardRows } from '../../card/CardRows';
import { FabriqueCardContentProps } from '../../card/FabriqueCardBlueprint';
import { Facts } from '../../card/Facts';
import { Headline } from '../../card/Headline';
import { ToolLink } from '../../card/ToolLink';
import { RelativeTime } from '../../words/RelativeTime';
import { useWords, Words } from '../../words/useWords';

/** Alerts that fire for an application, and the dashboards to look at. */
export function GrafanaCardContent(
  props: FabriqueCardContentProps<GrafanaView>,
) {
  const { view, verdict } = props;
  const { t } = useWords();
  const critical = new Set(
    verdict.reasons
      .filter(reason => reason.level === 'problem')
      .map(reason => reason.params?.name),
  );
  return (
    <>
      <Headline verdict={verdict} calm={t('grafana.nothing')} />
      <CardRows
        label={t('grafana.alertRows')}
        rows={[
          ...view.firingAlerts.filter(alert => critical.has(alert.name)),
          ...view.firingAlerts.filter(alert => !critical.has(alert.name)),
        ].map((alert, index) => ({
          key: `${alert.name}/${index}`,
          title: alert.summary ?? alert.name,
          href: alert.url,
          mark: critical.has(alert.name) ? 'problem' : 'attention',
          details: [alert.severity, <RelativeTime at={alert.startedAt} />],
        }))}
      />
      <Facts
        facts={[
          toDashboards(view, t),
          view.overviewUrl && (
            <ToolLink href={view.overviewUrl}>{t('grafana.overview')}</ToolLink>
          ),
          ...view.links.map(({ rel, url }) => (
            <ToolLink href={url}>{t(`grafana.link.${rel}`)}</ToolLink>
          )),
        ]}
      />
      <CardRows
        label={t('grafana.dashboardRows')}
        total={view.dashboardCount}
        isAtLeast={!view.complete}
        rows={view.dashboards
          .slice(0, Math.max(5 - view.firingAlerts.length, 1))
          .map(dashboard => ({
            key: dashboard.url,
            title: dashboard.title,
            href: dashboard.url,
            details: [dashboard.folder],
          }))}
      />
    </>
  );
}

function toDashboards(view: GrafanaView, t: Words['t']): string {
  const { dashboardCount: count, complete, selector } = view;
  if (count === 0) return t('grafana.noDashboard', { selector });
  return complete
    ? t('grafana.dashboards', { count })
    : t('grafana.dashboardsAtLeast', { minimum: count });
}
