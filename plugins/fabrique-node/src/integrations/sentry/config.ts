import { Config } from '@backstage/config';
import { Environment } from '@socialgouv/backstage-plugin-fabrique-common';

/**
 * How the portal reaches Sentry, from `fabrique.sentry`.
 *
 * @public
 */
export interface SentryConfig {
  /** Without a trailing slash. */
  baseUrl: string;
  organization: string;
  token: string;
  /** Names that Sentry environments bear in each environment of the Fabrique. */
  environmentNames: Record<Environment, string[]>;
}

/**
 * Reads `fabrique.sentry`.
 *
 * @returns undefined when the portal is not connected to Sentry.
 * @throws Error naming the full key, if a required value is missing.
 *
 * @public
 */
export function readSentryConfig(root: Config): SentryConfig | undefined {
  const config = root.getOptionalConfig('fabrique.sentry');
  if (!config) return undefined;
  const names = (environment: Environment, defaults: string[]) =>
    config.getOptionalStringArray(`environmentNames.${environment}`) ??
    defaults;
  return {
    baseUrl: config.getString('baseUrl').replace(/\/+$/, ''),
    organization: config.getString('organization'),
    token: config.getString('token'),
    environmentNames: {
      dev: names('dev', ['dev', 'development']),
      preprod: names('preprod', ['preprod', 'preproduction', 'staging']),
      prod: names('prod', ['prod', 'production']),
    },
  };
}
