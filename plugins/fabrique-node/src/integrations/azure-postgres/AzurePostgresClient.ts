import { AzureConnection } from '../../azure/AzureConnection';
import { AzureMetrics, AzureMetricSeries } from '../../azure/AzureMetrics';
import { readAzure } from '../../azure/readAzure';
import { absentFor, neverAbsent } from '../../upstream';
import {
  AzurePostgresBackups,
  AzurePostgresDatabases,
  AzurePostgresFirewallRules,
  AzurePostgresParameter,
  AzurePostgresServer,
  AzurePostgresServerList,
} from './schema';

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * Reads the Postgres flexible servers of the portal's resource group. Every method throws
 * `UpstreamError`.
 *
 * @see https://learn.microsoft.com/rest/api/postgresql/
 *
 * @public
 */
export class AzurePostgresClient {
  readonly #connection: AzureConnection;
  readonly #metrics: AzureMetrics;

  constructor(connection: AzureConnection) {
    this.#connection = connection;
    this.#metrics = new AzureMetrics(connection);
  }

  /** Every server of the resource group. */
  async listServers(options: CallOptions): Promise<AzurePostgresServer[]> {
    const { postgres, config } = this.#connection;
    const name = 'list Postgres servers';
    // Every resource group has this list: without it, the configured one is wrong.
    return neverAbsent(
      { service: 'Azure', name },
      readAzure(
        this.#connection,
        { name, ...options },
        AzurePostgresServerList,
        abortSignal =>
          postgres.servers.listByResourceGroup(config.resourceGroup, {
            abortSignal,
          }),
      ),
    );
  }

  /** Names of the databases of a server. */
  async listDatabases(server: string, options: CallOptions): Promise<string[]> {
    const { postgres, config } = this.#connection;
    const databases = await readAzure(
      this.#connection,
      { name: `list databases of ${server}`, ...options },
      AzurePostgresDatabases,
      abortSignal =>
        postgres.databases.listByServer(config.resourceGroup, server, {
          abortSignal,
        }),
    );
    return databases.map(({ name }) => name);
  }

  /** Who may connect to a server from outside of its network. */
  async listFirewallRules(
    server: string,
    options: CallOptions,
  ): Promise<AzurePostgresFirewallRules> {
    const { postgres, config } = this.#connection;
    return readAzure(
      this.#connection,
      { name: `list firewall rules of ${server}`, ...options },
      AzurePostgresFirewallRules,
      abortSignal =>
        postgres.firewallRules.listByServer(config.resourceGroup, server, {
          abortSignal,
        }),
    );
  }

  /** ISO 8601 time of the newest backup; undefined when there is none. */
  async getLatestBackup(
    server: string,
    options: CallOptions,
  ): Promise<string | undefined> {
    const { postgres, config } = this.#connection;
    const backups = await readAzure(
      this.#connection,
      { name: `list backups of ${server}`, ...options },
      AzurePostgresBackups,
      abortSignal =>
        postgres.backupsAutomaticAndOnDemand.listByServer(
          config.resourceGroup,
          server,
          { abortSignal },
        ),
    );
    return backups
      .map(({ completedTime }) => completedTime.toISOString())
      .sort()
      .at(-1);
  }

  /** How many connections a server takes at once; undefined when Azure does not say a number. */
  async getConnectionLimit(
    server: string,
    options: CallOptions,
  ): Promise<number | undefined> {
    const { postgres, config } = this.#connection;
    const { value } = await readAzure(
      this.#connection,
      { name: `read parameters of ${server}`, ...options },
      AzurePostgresParameter,
      abortSignal =>
        postgres.configurations.get(
          config.resourceGroup,
          server,
          'max_connections',
          { abortSignal },
        ),
    );
    return Number(value) || undefined;
  }

  /**
   * The highest of each hour of a day: `storage_percent`, `storage_used` in bytes and
   * `active_connections`.
   *
   * @returns undefined when the portal may not read metrics.
   */
  async getServerMetrics(
    resourceId: string,
    options: CallOptions,
  ): Promise<AzureMetricSeries[] | undefined> {
    return absentFor(
      ['forbidden'],
      this.#metrics.read(
        {
          resourceId,
          metrics: ['storage_percent', 'storage_used', 'active_connections'],
          hours: 24,
          interval: 'PT1H',
          aggregation: 'Maximum',
        },
        options,
      ),
    );
  }

  /**
   * Bytes of each database by its name. Azure measures them where the server parameter
   * `metrics.collector_database_activity` is on, and refuses the question where it cannot.
   */
  async getDatabaseSizes(
    resourceId: string,
    options: CallOptions,
  ): Promise<Record<string, number>> {
    const series = await absentFor(
      ['forbidden', 'invalid-response'],
      this.#metrics.read(
        {
          resourceId,
          metrics: ['database_size_bytes'],
          hours: 6,
          interval: 'PT30M',
          aggregation: 'Maximum',
          dimension: 'DatabaseName',
        },
        options,
      ),
    );
    return Object.fromEntries(
      (series ?? []).flatMap(({ dimension, points }) =>
        dimension ? [[dimension, points.at(-1)!.value]] : [],
      ),
    );
  }
}
