import { Config } from '@backstage/config';

/**
 * How the portal reaches NextCloud, from `fabrique.nextcloud`.
 *
 * @public
 */
export interface NextcloudConfig {
  /** Without a trailing slash. */
  baseUrl: string;
  /** Account of the portal, which sees the shared folders. */
  user: string;
  /** An app password of that account. */
  password: string;
}

/**
 * Reads `fabrique.nextcloud`.
 *
 * @returns undefined when the portal is not connected to NextCloud.
 * @throws Error naming the full key, if a required value is missing.
 *
 * @public
 */
export function readNextcloudConfig(root: Config): NextcloudConfig | undefined {
  const config = root.getOptionalConfig('fabrique.nextcloud');
  if (!config) return undefined;
  return {
    baseUrl: config.getString('baseUrl').replace(/\/+$/, ''),
    user: config.getString('user'),
    password: config.getString('password'),
  };
}
