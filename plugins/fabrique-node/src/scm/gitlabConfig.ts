import { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';

/**
 * Which GitLab the portal works with, from `fabrique.gitlab` and the entry of that host in
 * `integrations.gitlab`.
 *
 * @public
 */
export interface GitlabConfig {
  /** As in `integrations.gitlab[].host`: `gitlab.com`. */
  host: string;
  /** Group in which the mirrors live. */
  group: string;
  apiBaseUrl: string;
  /** Address of the web pages, without a trailing slash. */
  webUrl: string;
  token?: string;
}

/**
 * Reads `fabrique.gitlab`.
 *
 * @returns undefined when the portal is not connected to GitLab.
 * @throws Error naming the full key, if a required value is missing or the host is none of
 *   `integrations.gitlab`.
 *
 * @public
 */
export function readGitlabConfig(root: Config): GitlabConfig | undefined {
  const config = root.getOptionalConfig('fabrique.gitlab');
  if (!config) return undefined;
  const host = config.getOptionalString('host') ?? 'gitlab.com';
  const integration = ScmIntegrations.fromConfig(root)
    .gitlab.list()
    .find(candidate => candidate.config.host === host)?.config;
  if (!integration) {
    throw new Error(
      `fabrique.gitlab.host '${host}' is not in integrations.gitlab`,
    );
  }
  return {
    host,
    group: config.getString('group'),
    apiBaseUrl: integration.apiBaseUrl,
    webUrl: integration.baseUrl.replace(/\/+$/, ''),
    token: integration.token,
  };
}
