import { UpstreamError } from '../upstream';
import { AzureConnection } from './AzureConnection';

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * Postgres flexible servers of the portal's resource group. Every method throws `UpstreamError`.
 *
 * @see https://learn.microsoft.com/rest/api/postgresql/
 *
 * @public
 */
export class AzurePostgresServers {
  readonly #connection: AzureConnection;

  constructor(connection: AzureConnection) {
    this.#connection = connection;
  }

  /** Host name of a server. */
  async getHost(server: string, options: CallOptions = {}): Promise<string> {
    const { postgres, policy, config } = this.#connection;
    return policy.run(
      { name: `read Postgres server ${server}`, idempotent: true, ...options },
      async abortSignal => {
        const { fullyQualifiedDomainName: host } = await postgres.servers.get(
          config.resourceGroup,
          server,
          { abortSignal },
        );
        if (!host) {
          throw new UpstreamError(
            `Azure read Postgres server ${server}: it has no host name`,
            { kind: 'invalid-response' },
          );
        }
        return host;
      },
    );
  }

  /** Extensions that may be installed on a server, in lower case. */
  async listAllowedExtensions(
    server: string,
    options: CallOptions = {},
  ): Promise<string[]> {
    const { postgres, policy, config } = this.#connection;
    return policy.run(
      { name: `read parameters of ${server}`, idempotent: true, ...options },
      async abortSignal => {
        const { value } = await postgres.configurations.get(
          config.resourceGroup,
          server,
          'azure.extensions',
          { abortSignal },
        );
        return (value ?? '')
          .split(',')
          .map(name => name.trim().toLowerCase())
          .filter(Boolean);
      },
    );
  }

  /** Allows more extensions, and keeps those that are allowed. May be repeated. */
  async allowExtensions(
    server: string,
    extensions: readonly string[],
    options: CallOptions = {},
  ): Promise<void> {
    const { postgres, runLong, config } = this.#connection;
    const allowed = await this.listAllowedExtensions(server, options);
    const value = [...new Set([...allowed, ...extensions])].join(',');
    await runLong(
      { name: `allow extensions on ${server}`, idempotent: true, ...options },
      abortSignal =>
        postgres.configurations.beginPutAndWait(
          config.resourceGroup,
          server,
          'azure.extensions',
          { value, source: 'user-override' },
          { abortSignal },
        ),
    );
  }
}
