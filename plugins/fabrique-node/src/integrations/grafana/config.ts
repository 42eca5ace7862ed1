import { Config } from '@backstage/config';

/**
 * How the portal reaches Grafana, from `fabrique.grafana`.
 *
 * @public
 */
export interface GrafanaConfig {
  /** Without a trailing slash. */
  baseUrl: string;
  token: string;
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
  return {
    baseUrl: config.getString('baseUrl').replace(/\/+$/, ''),
    token: config.getString('token'),
  };
}
