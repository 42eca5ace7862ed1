import { absentWhenNotFound } from '../provisioning/absentWhenNotFound';
import {
  fromOwnershipTags,
  Ownership,
  toOwnershipTags,
} from '../provisioning/ownership';
import { AzureConnection } from './AzureConnection';
import { AzureOperationState, readAzureOperation } from './readAzureOperation';

/**
 * A flexible server, as far as the actions look at it.
 *
 * @public
 */
export interface PostgresServerState {
  /** Resource Manager's id. */
  id: string;
  /** `Ready`, `Provisioning`, `Stopped`… */
  state: string;
  owner?: Ownership;
  sku?: string;
  storageGb?: number;
  /** When it was asked for, ISO 8601. */
  createdAt?: string;
}

/**
 * What a new server should be.
 *
 * @public
 */
export interface PostgresServerWish {
  name: string;
  owner: Ownership;
  adminUser: string;
  adminPassword: string;
  /** `Standard_B1ms` */
  sku: string;
  /** `Burstable`, `GeneralPurpose` or `MemoryOptimized`. */
  tier: string;
  storageGb: number;
  /** Major version. */
  version: string;
  backupDays: number;
  /** Whether principals of Entra may be its administrators. */
  hasEntra: boolean;
}

interface CallOptions {
  signal?: AbortSignal;
}

/** Those that every server has. */
const ownDatabases = ['postgres', 'azure_maintenance', 'azure_sys'];

/**
 * Makes and deletes Postgres flexible servers, which takes Azure minutes: what was begun is found again
 * by the address of its operation. Every method throws `UpstreamError`.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations
 *
 * @public
 */
export class AzurePostgresProvisioning {
  readonly #connection: AzureConnection;

  constructor(connection: AzureConnection) {
    this.#connection = connection;
  }

  /** Reads a server; undefined when the resource group has none of this name. */
  async get(
    name: string,
    options: CallOptions = {},
  ): Promise<PostgresServerState | undefined> {
    const { postgres, policy, config } = this.#connection;
    const server = await absentWhenNotFound(
      policy.run(
        { name: `read Postgres server ${name}`, idempotent: true, ...options },
        abortSignal =>
          postgres.servers.get(config.resourceGroup, name, { abortSignal }),
      ),
    );
    if (!server) return undefined;
    return {
      id: server.id ?? name,
      state: server.state ?? 'Ready',
      owner: fromOwnershipTags(server.tags),
      sku: server.sku?.name,
      storageGb: server.storage?.storageSizeGB,
      createdAt: server.systemData?.createdAt?.toISOString(),
    };
  }

  /** @returns undefined when a new server may have this name, else Azure's own reason. */
  async findNameProblem(
    name: string,
    options: CallOptions = {},
  ): Promise<string | undefined> {
    const { postgres, policy } = this.#connection;
    const answer = await policy.run(
      { name: 'check Postgres server name', idempotent: true, ...options },
      abortSignal =>
        postgres.nameAvailability.checkGlobally(
          { name, type: 'Microsoft.DBforPostgreSQL/flexibleServers' },
          { abortSignal },
        ),
    );
    if (answer.nameAvailable !== false) return undefined;
    return answer.message || answer.reason || 'the name is taken';
  }

  /**
   * Asks for a server, and waits for no more than Azure's word that it will be made.
   *
   * @returns address of the operation, for {@link readAzureOperation}; undefined where
   *   Azure had nothing left to do.
   */
  async begin(
    wish: PostgresServerWish,
    options: CallOptions = {},
  ): Promise<string | undefined> {
    const { postgres, policy, config } = this.#connection;
    let operation: string | undefined;
    await policy.run(
      {
        name: `create Postgres server ${wish.name}`,
        idempotent: true,
        ...options,
      },
      abortSignal =>
        postgres.servers.beginCreateOrUpdate(
          config.resourceGroup,
          wish.name,
          {
            location: config.location,
            tags: toOwnershipTags(wish.owner),
            sku: { name: wish.sku, tier: wish.tier },
            version: wish.version,
            administratorLogin: wish.adminUser,
            administratorLoginPassword: wish.adminPassword,
            storage: { storageSizeGB: wish.storageGb },
            backup: { backupRetentionDays: wish.backupDays },
            createMode: 'Create',
            authConfig: {
              passwordAuth: 'Enabled',
              activeDirectoryAuth: wish.hasEntra ? 'Enabled' : 'Disabled',
              ...(wish.hasEntra && { tenantId: config.tenantId }),
            },
          },
          {
            abortSignal,
            onResponse({ headers }) {
              operation ??= headers.get('azure-asyncoperation');
            },
          },
        ),
    );
    return operation;
  }

  /** See {@link readAzureOperation}. */
  readOperation(
    address: string,
    options: CallOptions = {},
  ): Promise<AzureOperationState | undefined> {
    return readAzureOperation(this.#connection, address, options);
  }

  /** Writes on a server whose it is; the tags that people set stay. */
  async setOwner(
    name: string,
    owner: Ownership,
    options: CallOptions = {},
  ): Promise<void> {
    const { postgres, runLong, config } = this.#connection;
    await runLong(
      { name: `tag Postgres server ${name}`, idempotent: true, ...options },
      async abortSignal => {
        const { tags } = await postgres.servers.get(
          config.resourceGroup,
          name,
          {
            abortSignal,
          },
        );
        await postgres.servers.beginUpdateAndWait(
          config.resourceGroup,
          name,
          { tags: { ...tags, ...toOwnershipTags(owner) } },
          { abortSignal },
        );
      },
    );
  }

  /** Names of the databases that people made on a server. */
  async listDatabases(
    name: string,
    options: CallOptions = {},
  ): Promise<string[]> {
    const { postgres, policy, config } = this.#connection;
    return policy.run(
      { name: `list databases of ${name}`, idempotent: true, ...options },
      async abortSignal => {
        const found: string[] = [];
        const databases = postgres.databases.listByServer(
          config.resourceGroup,
          name,
          { abortSignal },
        );
        for await (const database of databases) {
          if (database.name && !ownDatabases.includes(database.name)) {
            found.push(database.name);
          }
        }
        return found;
      },
    );
  }

  /** Deletes a server with its databases. May be repeated. */
  async delete(name: string, options: CallOptions = {}): Promise<void> {
    const { postgres, runLong, config } = this.#connection;
    await absentWhenNotFound(
      runLong(
        {
          name: `delete Postgres server ${name}`,
          idempotent: true,
          ...options,
        },
        abortSignal =>
          postgres.servers.beginDeleteAndWait(config.resourceGroup, name, {
            abortSignal,
          }),
      ),
    );
  }
}
