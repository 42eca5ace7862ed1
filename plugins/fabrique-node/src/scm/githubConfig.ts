import { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';

/**
 * Which GitHub the portal works with, from `fabrique.github`; its token or app is that of
 * `integrations.github`.
 *
 * @public
 */
export interface GithubConfig {
  /** As in `integrations.github[].host`: `github.com`. */
  host: string;
  /** Owner of the repositories that the portal creates, and of the shared CI. */
  organization: string;
  apiBaseUrl: string;
  /** Address of the web pages, without a trailing slash. */
  webUrl: string;
}

/**
 * Reads `fabrique.github`.
 *
 * @returns undefined when the portal is not connected to GitHub.
 * @throws Error naming the full key, if a required value is missing or the host is none of
 *   `integrations.github`.
 *
 * @public
 */
export function readGithubConfig(root: Config): GithubConfig | undefined {
  const config = root.getOptionalConfig('fabrique.github');
  if (!config) return undefined;
  const host = config.getOptionalString('host') ?? 'github.com';
  const apiBaseUrl = ScmIntegrations.fromConfig(root)
    .github.list()
    .find(integration => integration.config.host === host)?.config.apiBaseUrl;
  if (!apiBaseUrl) {
    throw new Error(
      `fabrique.github.host '${host}' is not in integrations.github, or has no apiBaseUrl there`,
    );
  }
  return {
    host,
    organization: config.getString('organization'),
    apiBaseUrl,
    webUrl: `${new URL(apiBaseUrl).protocol}//${host}`,
  };
}
