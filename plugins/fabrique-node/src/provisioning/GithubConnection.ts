import { Config } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { Octokit } from '@octokit/rest';
import { createUpstreamPolicy, UpstreamOperation } from '../upstream';

/** The organization that has the applications' repositories, and how it is reached. */
export interface GithubConnection {
  organization: string;
  /** Of new repositories. */
  visibility: 'public' | 'private';
  /** Page of a repository of the organization. */
  toHtmlUrl(name: string): string;
  /** A token that may write to a repository: a secret. */
  getToken(name: string): Promise<string>;
  run<T>(
    operation: UpstreamOperation,
    call: (octokit: Octokit) => Promise<T>,
  ): Promise<T>;
}

// Deprecations are for those who maintain the client, not for a task's log.
const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/**
 * Reads `fabrique.github` and `integrations.github`.
 *
 * @returns undefined when `fabrique.github` is missing.
 * @throws Error if `integrations.github` lacks the host.
 */
export function createGithubConnection(
  root: Config,
): GithubConnection | undefined {
  const config = root.getOptionalConfig('fabrique.github');
  if (!config) return undefined;
  const host = config.getOptionalString('host') ?? 'github.com';
  const organization = config.getString('organization');
  const integrations = ScmIntegrations.fromConfig(root);
  const integration = integrations.github.byHost(host);
  if (!integration) {
    throw new Error(
      `Configuration fabrique.github.host is '${host}', and integrations.github has no such host`,
    );
  }
  const { apiBaseUrl: baseUrl = `https://${host}/api/v3` } = integration.config;
  const credentials =
    DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  const policy = createUpstreamPolicy({ service: 'GitHub', timeoutMs: 20_000 });
  // GitHub Enterprise has its pages and its API on one origin.
  const origin =
    host === 'github.com' ? 'https://github.com' : new URL(baseUrl).origin;

  const toHtmlUrl = (name: string) => `${origin}/${organization}/${name}`;
  const getToken = async (name?: string) => {
    const { token } = await credentials.getCredentials({
      url: name ? toHtmlUrl(name) : `${origin}/${organization}`,
    });
    if (!token) {
      throw new Error(`integrations.github has no token for ${organization}`);
    }
    return token;
  };
  return {
    organization,
    visibility:
      config.getOptionalString('visibility') === 'private'
        ? 'private'
        : 'public',
    toHtmlUrl,
    getToken,
    run: (operation, call) =>
      policy.run(operation, async signal => {
        const auth = await getToken();
        return call(
          new Octokit({ auth, baseUrl, request: { signal }, log: silent }),
        );
      }),
  };
}
