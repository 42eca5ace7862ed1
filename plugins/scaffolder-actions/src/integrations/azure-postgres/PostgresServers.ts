import {
  AzureConnection,
  AzurePostgresServers,
  PostgresDatabases,
} from '@socialgouv/backstage-plugin-fabrique-node';

/** One server with its administrator's connection. */
export interface OpenedServer {
  host: string;
  port: number;
  databases: PostgresDatabases;
}

/** The portal's Postgres servers by name, opened when they are first needed. */
export class PostgresServers {
  readonly parameters: AzurePostgresServers;
  readonly #connection: AzureConnection;
  readonly #opened = new Map<string, PostgresDatabases>();

  constructor(connection: AzureConnection) {
    this.#connection = connection;
    this.parameters = new AzurePostgresServers(connection);
  }

  /** @throws Error naming the key, if the portal has no administrator for this server. */
  async open(
    name: string,
    options: { signal?: AbortSignal },
  ): Promise<OpenedServer> {
    const { config, ca } = this.#connection;
    const { servers, port, rejectUnauthorized } = config.postgres;
    const access = [servers.dev, servers.prod].find(
      server => server?.name === name,
    );
    if (!access) {
      throw new Error(
        `The portal has no administrator of the Postgres server ${name}: fabrique.azure.postgres.servers lacks it`,
      );
    }
    // The host follows the server when Azure moves it, and so is not kept for long.
    const host = await this.parameters.getHost(name, options);
    const key = `${name}@${host}`;
    const databases =
      this.#opened.get(key) ??
      new PostgresDatabases({
        host,
        port,
        rejectUnauthorized,
        adminUser: access.adminUser,
        adminPassword: access.adminPassword,
        ca,
      });
    this.#opened.set(key, databases);
    return { host, port, databases };
  }
}
