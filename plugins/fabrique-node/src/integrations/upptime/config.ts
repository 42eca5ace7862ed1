import { Config } from '@backstage/config';

/**
 * How the portal reaches UppTime, from `fabrique.upptime`.
 *
 * @public
 */
export interface UpptimeConfig {
  /** Address of the raw files of UppTime's repository, without a trailing slash. */
  baseUrl: string;
  /** Address of its status page, without a trailing slash. */
  statusUrl: string;
  /** Absent where the repository is public. */
  token?: string;
  /** On the GitHub of `fabrique.github`, where UppTime notes incidents as issues. */
  repository?: { owner: string; repo: string };
}

/**
 * Reads `fabrique.upptime`.
 *
 * @returns undefined when the portal is not connected to UppTime.
 * @throws Error naming the full key, if a required value is missing or has another form.
 *
 * @public
 */
export function readUpptimeConfig(root: Config): UpptimeConfig | undefined {
  const config = root.getOptionalConfig('fabrique.upptime');
  if (!config) return undefined;
  return {
    baseUrl: config.getString('baseUrl').replace(/\/+$/, ''),
    statusUrl: config.getString('statusUrl').replace(/\/+$/, ''),
    token: config.getOptionalString('token'),
    repository: toRepository(config.getOptionalString('repository')),
  };
}

function toRepository(name: string | undefined): UpptimeConfig['repository'] {
  if (!name) return undefined;
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(name) ?? [];
  if (!repo) {
    throw new Error(
      `fabrique.upptime.repository is '${name}', and must be owner/name`,
    );
  }
  return { owner, repo };
}
