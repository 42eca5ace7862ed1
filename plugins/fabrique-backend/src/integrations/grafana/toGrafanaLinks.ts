import {
  Environment,
  GrafanaView,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { GrafanaConfig } from '@socialgouv/backstage-plugin-fabrique-node';

/** Where in Grafana an environment of an application is. */
export interface GrafanaPlace {
  environment: Environment;
  cluster: string;
  /** Undefined where no naming rule and no annotation tells it. */
  namespace?: string;
  /** What the namespaces of the application begin with. */
  name: string;
}

/** Address of a dashboard, with the variables of the environment filled in; it ignores those that it has not. */
export function toDashboardUrl(
  config: GrafanaConfig,
  uid: string,
  place: GrafanaPlace,
): string {
  const { variables } = config;
  return toUrl(config, `/d/${encodeURIComponent(uid)}`, {
    [`var-${variables.cluster}`]: place.cluster,
    [`var-${variables.namespace}`]: place.namespace,
    [`var-${variables.environment}`]: place.environment,
  });
}

/** Links to what runs in an environment, as far as they are configured and its namespace is known. */
export function toGrafanaLinks(
  config: GrafanaConfig,
  place: GrafanaPlace,
): GrafanaView['links'] {
  const { dashboards, logsDatasource } = config;
  const links: GrafanaView['links'] = [];
  for (const rel of ['pods', 'workloads'] as const) {
    const dashboard = dashboards[rel];
    if (!dashboard || !place.namespace) continue;
    links.push({
      rel,
      url: toUrl(config, `/d/${encodeURIComponent(dashboard.uid)}`, {
        refresh: '10s',
        'var-datasource': dashboard.datasource,
        [`var-${config.variables.cluster}`]: place.cluster,
        [`var-${config.variables.namespace}`]: place.namespace,
        ...(rel === 'workloads' && { 'var-type': 'deployment' }),
      }),
    });
  }
  if (logsDatasource) {
    const left = ['now-6h', 'now', logsDatasource, { expr: toLogQuery(place) }];
    links.push({
      rel: 'logs',
      url: toUrl(config, '/explore', { left: JSON.stringify(left) }),
    });
  }
  return links;
}

/** Namespaces that hold a number of GitLab's are found by what they begin with. */
function toLogQuery({ cluster, namespace, name }: GrafanaPlace): string {
  const matcher = namespace
    ? `namespace="${namespace}"`
    : `namespace=~"${name}-.+"`;
  return `{cluster="${cluster}", ${matcher}}`;
}

function toUrl(
  config: GrafanaConfig,
  path: string,
  query: Record<string, string | undefined>,
): string {
  const params = Object.entries({
    orgId: String(config.organizationId),
    ...query,
  }).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`],
  );
  return `${config.baseUrl}${path}?${params.join('&')}`;
}
