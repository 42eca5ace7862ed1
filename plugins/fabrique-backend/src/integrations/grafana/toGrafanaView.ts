import {
  environments,
  GrafanaView,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  GrafanaAlerts,
  GrafanaConfig,
  GrafanaDashboards,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { GrafanaPlace, toDashboardUrl, toGrafanaLinks } from './toGrafanaLinks';

const shownDashboards = 10;

/** What Grafana answered about one component, in all its environments. */
export interface GrafanaAnswer {
  selector: string;
  overviewUrl?: string;
  dashboards: GrafanaDashboards;
  complete: boolean;
  alerts: GrafanaAlerts;
}

/** Where the view of an answer is, among the places where it is not. */
export interface GrafanaViewOptions {
  config: GrafanaConfig;
  place: GrafanaPlace;
  /** Of all environments: an alert of another one is not shown. */
  clusters: string[];
}

/** Makes the view of a component in one environment of what Grafana answered. */
export function toGrafanaView(
  answer: GrafanaAnswer,
  options: GrafanaViewOptions,
): GrafanaView {
  const { selector, dashboards, complete, overviewUrl } = answer;
  const { config, place } = options;
  return {
    selector,
    // Addresses are made of identifiers: those in the answers are Grafana's idea of its own host.
    dashboards: dashboards
      .slice(0, shownDashboards)
      .map(({ uid, title, folderTitle }) => ({
        title,
        folder: folderTitle ?? undefined,
        url: toDashboardUrl(config, uid, place),
      })),
    dashboardCount: dashboards.length,
    complete,
    ...(overviewUrl && { overviewUrl }),
    firingAlerts: answer.alerts
      .filter(({ labels }) => !isElsewhere(labels, options))
      .map(({ labels, annotations, startsAt, generatorURL }) => ({
        name: labels.alertname ?? selector,
        severity: labels.severity,
        summary: annotations?.summary ?? annotations?.description,
        startedAt: startsAt,
        url: toAlertUrl(
          config.baseUrl,
          labels.__alert_rule_uid__,
          generatorURL,
        ),
      }))
      .sort((a, b) => b.startedAt.localeCompare(a.startedAt)),
    links: toGrafanaLinks(config, place),
  };
}

/** An alert that says nothing of an environment, or something that nobody knows, is of everywhere. */
function isElsewhere(
  labels: Record<string, string>,
  { config, place, clusters }: GrafanaViewOptions,
): boolean {
  const cluster = labels[config.variables.cluster];
  const environment = labels[config.variables.environment];
  return (
    (clusters.includes(cluster) && cluster !== place.cluster) ||
    (environments.some(known => known === environment) &&
      environment !== place.environment)
  );
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
