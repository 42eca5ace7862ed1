import { GrafanaView } from '@socialgouv/backstage-plugin-fabrique-common';
import {
  GrafanaAlerts,
  GrafanaDashboards,
} from '@socialgouv/backstage-plugin-fabrique-node';

const shownDashboards = 10;

/** What Grafana answered about one selector. */
export interface GrafanaAnswers {
  /** Address of Grafana, without a trailing slash. */
  baseUrl: string;
  selector: string;
  dashboards: GrafanaDashboards;
  complete: boolean;
  alerts: GrafanaAlerts;
}

/** Makes the view of a component of what Grafana answered. */
export function toGrafanaView(answers: GrafanaAnswers): GrafanaView {
  const { baseUrl, selector, dashboards, complete, alerts } = answers;
  return {
    selector,
    // Addresses are made of identifiers: those in the answers are Grafana's idea of its own host.
    dashboards: dashboards
      .slice(0, shownDashboards)
      .map(({ uid, title, folderTitle }) => ({
        title,
        folder: folderTitle ?? undefined,
        url: `${baseUrl}/d/${encodeURIComponent(uid)}`,
      })),
    dashboardCount: dashboards.length,
    complete,
    firingAlerts: alerts
      .map(({ labels, annotations, startsAt, generatorURL }) => ({
        name: labels.alertname ?? selector,
        severity: labels.severity,
        summary: annotations?.summary ?? annotations?.description,
        startedAt: startsAt,
        url: toAlertUrl(baseUrl, labels.__alert_rule_uid__, generatorURL),
      }))
      .sort((a, b) => b.startedAt.localeCompare(a.startedAt)),
  };
}

/** Older versions do not give the rule's identifier as a label, but in the address that they think is theirs. */
function toAlertUrl(
  baseUrl: string,
  label: string | undefined,
  generatorUrl: string | null | undefined,
): string {
  const uid =
    label ??
    /\/alerting\/grafana\/([^/?#]+)\/view/.exec(generatorUrl ?? '')?.[1];
  return uid
    ? `${baseUrl}/alerting/grafana/${encodeURIComponent(uid)}/view`
    : `${baseUrl}/alerting/list`;
}
