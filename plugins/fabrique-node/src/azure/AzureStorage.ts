import { DeleteRetentionPolicy } from '@azure/arm-storage';
import { absentWhenNotFound } from '../provisioning/absentWhenNotFound';
import { toOwnershipTags } from '../provisioning/ownership';
import { UpstreamError } from '../upstream';
import { absentForStatus404 } from './absentForStatus404';
import { AzureBlobContainers } from './AzureBlobContainers';
import { AzureBlobLifecycle } from './AzureBlobLifecycle';
import { AzureConnection } from './AzureConnection';
import {
  StorageAccountState,
  StorageAccountWish,
  toAccountChange,
  toAccountState,
} from './storageAccount';

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * Storage accounts and containers of the portal's resource group. Every method throws `UpstreamError`.
 *
 * @see https://learn.microsoft.com/rest/api/storagerp/
 *
 * @public
 */
export class AzureStorage {
  readonly containers: AzureBlobContainers;
  readonly lifecycle: AzureBlobLifecycle;
  readonly #connection: AzureConnection;

  constructor(connection: AzureConnection) {
    this.#connection = connection;
    this.containers = new AzureBlobContainers(connection, this);
    this.lifecycle = new AzureBlobLifecycle(connection);
  }

  /** Reads an account; undefined when the resource group has none of this name. */
  async getAccount(
    name: string,
    options: CallOptions = {},
  ): Promise<StorageAccountState | undefined> {
    const { storage, policy, config } = this.#connection;
    const read = <T>(call: (abortSignal: AbortSignal) => Promise<T>) =>
      policy.run(
        { name: 'read storage account', idempotent: true, ...options },
        call,
      );
    const account = await absentWhenNotFound(
      read(abortSignal =>
        storage.storageAccounts.getProperties(config.resourceGroup, name, {
          abortSignal,
        }),
      ),
    );
    if (!account) return undefined;
    const blobs = await read(abortSignal =>
      storage.blobServices.getServiceProperties(config.resourceGroup, name, {
        abortSignal,
      }),
    );
    return toAccountState(name, account, blobs);
  }

  /**
   * Whether a new account may have this name; names are unique in all of Azure.
   *
   * @returns undefined when it may, else Azure's own reason.
   */
  async findNameProblem(
    name: string,
    options: CallOptions = {},
  ): Promise<string | undefined> {
    const { storage, policy } = this.#connection;
    const answer = await policy.run(
      { name: 'check storage account name', idempotent: true, ...options },
      abortSignal =>
        storage.storageAccounts.checkNameAvailability(
          { name, type: 'Microsoft.Storage/storageAccounts' },
          { abortSignal },
        ),
    );
    if (answer.nameAvailable !== false) return undefined;
    return answer.message ?? answer.reason ?? 'the name is taken';
  }

  /** Makes an account, or gives one that exists what it lacks. May be repeated. */
  async putAccount(
    wish: StorageAccountWish,
    options: CallOptions = {},
  ): Promise<StorageAccountState> {
    const { storage, runLong, config } = this.#connection;
    const { name, stage } = wish;
    const { account, blobs } = await runLong(
      { name: 'create storage account', idempotent: true, ...options },
      async abortSignal => {
        const existing = await absentForStatus404(
          storage.storageAccounts.getProperties(config.resourceGroup, name, {
            abortSignal,
          }),
        );
        const created =
          existing ??
          (await storage.storageAccounts.create(
            config.resourceGroup,
            name,
            {
              location: config.location,
              kind: 'StorageV2',
              sku: { name: config.storage.sku[stage] },
              tags: toOwnershipTags(wish.owner),
              allowBlobPublicAccess: wish.isPublicAccessAllowed ?? false,
              allowSharedKeyAccess: wish.isAccountKeyAllowed ?? true,
              enableHttpsTrafficOnly: true,
              minimumTlsVersion: 'TLS1_2',
            },
            { abortSignal },
          ));
        const change = existing && toAccountChange(existing, wish);
        if (change) {
          await storage.storageAccounts.update(
            config.resourceGroup,
            name,
            change,
            { abortSignal },
          );
        }
        const before =
          existing &&
          (await storage.blobServices.getServiceProperties(
            config.resourceGroup,
            name,
            { abortSignal },
          ));
        const days =
          wish.softDeleteDays ?? config.storage.softDeleteDays[stage];
        // What people keep for longer is not to be lost sooner.
        const keep = (present: DeleteRetentionPolicy | undefined) => ({
          enabled: true,
          days: Math.max(days, (present?.enabled && present.days) || 0),
        });
        const properties = await storage.blobServices.setServiceProperties(
          config.resourceGroup,
          name,
          {
            deleteRetentionPolicy: keep(before?.deleteRetentionPolicy),
            containerDeleteRetentionPolicy: keep(
              before?.containerDeleteRetentionPolicy,
            ),
            cors: {
              corsRules: [
                {
                  allowedOrigins: wish.corsOrigins,
                  allowedMethods: ['GET', 'HEAD', 'PUT', 'OPTIONS'],
                  allowedHeaders: ['*'],
                  exposedHeaders: ['*'],
                  maxAgeInSeconds: 3600,
                },
              ],
            },
          },
          { abortSignal },
        );
        return { account: { ...created, ...change }, blobs: properties };
      },
    );
    return toAccountState(name, account, blobs);
  }

  /** Deletes an account with all that is in it. */
  async deleteAccount(name: string, options: CallOptions = {}): Promise<void> {
    const { storage, policy, config } = this.#connection;
    await absentWhenNotFound(
      policy.run(
        { name: 'delete storage account', idempotent: true, ...options },
        abortSignal =>
          storage.storageAccounts.delete(config.resourceGroup, name, {
            abortSignal,
          }),
      ),
    );
  }

  /** A key of an account, whichever comes first: a secret. For one to hand out see {@link AzureStorageKeys}. */
  async getKey(account: string, options: CallOptions = {}): Promise<string> {
    const { storage, policy, config } = this.#connection;
    return policy.run(
      { name: 'read storage account key', idempotent: true, ...options },
      async abortSignal => {
        const { keys } = await storage.storageAccounts.listKeys(
          config.resourceGroup,
          account,
          { abortSignal },
        );
        const value = keys?.find(key => key.value)?.value;
        if (!value) {
          throw new UpstreamError(
            `Azure read storage account key: ${account} has no key`,
            { kind: 'invalid-response' },
          );
        }
        return value;
      },
    );
  }
}
