import { absentWhenNotFound } from '../provisioning/absentWhenNotFound';
import { AzureConnection } from './AzureConnection';
import { PostgresFirewallRule } from './config';

/**
 * A principal of Entra that administers a server.
 *
 * @public
 */
export interface EntraAdministrator {
  /** Id of the principal in the directory, a UUID. */
  objectId: string;
  /** Its name, which is also the one to connect with. */
  name: string;
  type: 'Group' | 'ServicePrincipal' | 'User';
}

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * Who may reach a Postgres flexible server, and who administers it. Every method throws `UpstreamError`.
 *
 * @see https://learn.microsoft.com/rest/api/postgresql/
 *
 * @public
 */
export class AzurePostgresAccess {
  readonly #connection: AzureConnection;

  constructor(connection: AzureConnection) {
    this.#connection = connection;
  }

  /** Reads an administrator; undefined when the server has none of this id. */
  async getAdministrator(
    server: string,
    objectId: string,
    options: CallOptions = {},
  ): Promise<{ name?: string } | undefined> {
    const { postgres, policy, config } = this.#connection;
    const found = await absentWhenNotFound(
      policy.run(
        {
          name: `read administrators of ${server}`,
          idempotent: true,
          ...options,
        },
        abortSignal =>
          postgres.administratorsMicrosoftEntra.get(
            config.resourceGroup,
            server,
            objectId,
            { abortSignal },
          ),
      ),
    );
    return found && { name: found.principalName };
  }

  /** Makes a principal an administrator. May be repeated. */
  async putAdministrator(
    server: string,
    { objectId, name, type }: EntraAdministrator,
    options: CallOptions = {},
  ): Promise<void> {
    const { postgres, runLong, config } = this.#connection;
    await runLong(
      { name: `set administrator of ${server}`, idempotent: true, ...options },
      abortSignal =>
        postgres.administratorsMicrosoftEntra.beginCreateOrUpdateAndWait(
          config.resourceGroup,
          server,
          objectId,
          {
            principalName: name,
            principalType: type,
            tenantId: config.tenantId,
          },
          { abortSignal },
        ),
    );
  }

  /** Takes a principal its rights. May be repeated. */
  async deleteAdministrator(
    server: string,
    objectId: string,
    options: CallOptions = {},
  ): Promise<void> {
    const { postgres, runLong, config } = this.#connection;
    await absentWhenNotFound(
      runLong(
        {
          name: `remove administrator of ${server}`,
          idempotent: true,
          ...options,
        },
        abortSignal =>
          postgres.administratorsMicrosoftEntra.beginDeleteAndWait(
            config.resourceGroup,
            server,
            objectId,
            { abortSignal },
          ),
      ),
    );
  }

  /** Reads a firewall rule; undefined when the server has none of this name. */
  async getFirewallRule(
    server: string,
    name: string,
    options: CallOptions = {},
  ): Promise<PostgresFirewallRule | undefined> {
    const { postgres, policy, config } = this.#connection;
    const found = await absentWhenNotFound(
      policy.run(
        { name: `read firewall of ${server}`, idempotent: true, ...options },
        abortSignal =>
          postgres.firewallRules.get(config.resourceGroup, server, name, {
            abortSignal,
          }),
      ),
    );
    return (
      found && {
        name,
        startIpAddress: found.startIpAddress,
        endIpAddress: found.endIpAddress,
      }
    );
  }

  /** Opens a server to addresses. May be repeated. */
  async putFirewallRule(
    server: string,
    { name, startIpAddress, endIpAddress }: PostgresFirewallRule,
    options: CallOptions = {},
  ): Promise<void> {
    const { postgres, runLong, config } = this.#connection;
    await runLong(
      { name: `open firewall of ${server}`, idempotent: true, ...options },
      abortSignal =>
        postgres.firewallRules.beginCreateOrUpdateAndWait(
          config.resourceGroup,
          server,
          name,
          { startIpAddress, endIpAddress },
          { abortSignal },
        ),
    );
  }
}
