import { Config } from '@backstage/config';

/**
 * How the portal reaches Matomo, from `fabrique.matomo`.
 *
 * @public
 */
export interface MatomoConfig {
  /** Without a trailing slash. */
  baseUrl: string;
  token: string;
}

/**
 * Reads `fabrique.matomo`.
 *
 * @returns undefined when the portal is not connected to Matomo.
 * @throws Error naming the full key, if a required value is missing.
 *
 * @public
 */
export function readMatomoConfig(root: Config): MatomoConfig | undefined {
  const config = root.getOptionalConfig('fabrique.matomo');
  if (!config) return undefined;
  return {
    baseUrl: config.getString('baseUrl').replace(/\/+$/, ''),
    token: config.getString('token'),
  };
}
