import { Config } from '@backstage/config';
import { Environment } from '@socialgouv/backstage-plugin-fabrique-common';

/**
 * A dashboard that shows what runs in a namespace.
 *
 * @public
 */
export interface GrafanaClusterDashboard {
  uid: string;
  /** Value of its variable `datasource`. */
  datasource: string;
}

/**
 * How the portal reaches Grafana, from `fabrique.grafana`.
 *
 * @public
 */
export interface GrafanaConfig {
  /** Without a trailing slash. */
  baseUrl: string;
  token: string;
  organizationId: number;
  /** Names of the variables of dashboards, and of the labels of alerts. */
  variables: { cluster: string; namespace: string; environment: string };
  /** How the cluster of each environment is called there, where that is not its name in Kubernetes. */
  clusters: { [E in Environment]?: string };
  /** Dashboards of a namespace, where the portal links to them. */
  dashboards: {
    pods?: GrafanaClusterDashboard;
    workloads?: GrafanaClusterDashboard;
  };
  /** Name of the Loki data source, where the portal links to logs. */
  logsDatasource?: string;
}

/**
 * Reads `fabrique.grafana`.
 *
 * @returns undefined when the portal is not connected to Grafana.
 * @throws Error naming the full key, if a required value is missing.
 *
 * @public
 */
export function readGrafanaConfig(root: Config): GrafanaConfig | undefined {
  const config = root.getOptionalConfig('fabrique.grafana');
  if (!config) return undefined;
  const readDashboard = (name: string) => {
    const dashboard = config.getOptionalConfig(`dashboards.${name}`);
    return (
      dashboard && {
        uid: dashboard.getString('uid'),
        datasource: dashboard.getOptionalString('datasource') ?? 'default',
      }
    );
  };
  const readVariable = (name: string) =>
    config.getOptionalString(`variables.${name}`) ?? name;
  return {
    baseUrl: config.getString('baseUrl').replace(/\/+$/, ''),
    token: config.getString('token'),
    organizationId: config.getOptionalNumber('organizationId') ?? 1,
    variables: {
      cluster: readVariable('cluster'),
      namespace: readVariable('namespace'),
      environment: readVariable('environment'),
    },
    clusters: {
      dev: config.getOptionalString('clusters.dev'),
      preprod: config.getOptionalString('clusters.preprod'),
      prod: config.getOptionalString('clusters.prod'),
    },
    dashboards: {
      pods: readDashboard('pods'),
      workloads: readDashboard('workloads'),
    },
    logsDatasource: config.getOptionalString('logsDatasource'),
  };
}
