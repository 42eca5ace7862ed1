import { readAdmin } from './serverAdmin';
import {
  AzureConnection,
  AzureKeyVault,
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
  readonly #vault: AzureKeyVault | undefined;
  readonly #opened = new Map<string, PostgresDatabases>();

  constructor(connection: AzureConnection, vault: AzureKeyVault | undefined) {
    this.#connection = connection;
    this.#vault = vault;
    this.parameters = new AzurePostgresServers(connection);
  }

  /** @throws Error naming what is missing, if the portal has no administrator for this server. */
  async open(
    name: string,
    options: { signal?: AbortSignal },
  ): Promise<OpenedServer> {
    const { config, ca } = this.#connection;
    const { port, rejectUnauthorized } = config.postgres;
    const admin = await this.#findAdmin(name, options);
    // The host follows the server when Azure moves it, and so is not kept for long.
    const host = await this.parameters.getHost(name, options);
    // A new password needs a new connection.
    const key = `${name}@${host} ${admin.password}`;
    const databases =
      this.#opened.get(key) ??
      new PostgresDatabases({
        host,
        port,
        rejectUnauthorized,
        adminUser: admin.user,
        adminPassword: admin.password,
        ca,
      });
    this.#opened.set(key, databases);
    return { host, port, databases };
  }

  /** The shared servers are in the configuration, those of one application in the portal's vault. */
  async #findAdmin(name: string, options: { signal?: AbortSignal }) {
    const { dev, prod } = this.#connection.config.postgres.servers;
    const shared = [dev, prod].find(server => server?.name === name);
    if (shared) {
      return { user: shared.adminUser, password: shared.adminPassword };
    }
    if (this.#vault) return readAdmin(this.#vault, name, options);
    throw new Error(
      `The portal has no administrator of the Postgres server ${name}: fabrique.azure.postgres.servers lacks it, and without fabrique.azure.keyVault there is no other place for it`,
    );
  }
}
