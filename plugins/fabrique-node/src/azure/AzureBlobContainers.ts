import {
  AnonymousCredential,
  ContainerClient,
  StorageSharedKeyCredential,
} from '@azure/storage-blob';
import { absentWhenNotFound } from '../provisioning/absentWhenNotFound';
import { AzureBlobDelegation } from './AzureBlobDelegation';
import { AzureConnection } from './AzureConnection';
import type { AzureStorage } from './AzureStorage';
import { StorageAccountState } from './storageAccount';

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * Containers of the storage accounts of the portal's resource group. Every method throws
 * `UpstreamError`.
 *
 * @see https://learn.microsoft.com/rest/api/storagerp/blob-containers
 *
 * @public
 */
export class AzureBlobContainers {
  readonly #connection: AzureConnection;
  readonly #accounts: AzureStorage;

  constructor(connection: AzureConnection, accounts: AzureStorage) {
    this.#connection = connection;
    this.#accounts = accounts;
  }

  /** Whether a container exists, and whether it is private. */
  async get(
    account: string,
    name: string,
    options: CallOptions = {},
  ): Promise<{ isPublic: boolean } | undefined> {
    const { storage, policy, config } = this.#connection;
    const container = await absentWhenNotFound(
      policy.run(
        { name: 'read container', idempotent: true, ...options },
        abortSignal =>
          storage.blobContainers.get(config.resourceGroup, account, name, {
            abortSignal,
          }),
      ),
    );
    if (!container) return undefined;
    const { publicAccess = 'None' } = container;
    return { isPublic: publicAccess !== 'None' };
  }

  /** Makes a container: a private one, or one of which everybody may read the files. May be repeated. */
  async create(
    account: string,
    name: string,
    { isPublic, ...options }: CallOptions & { isPublic?: boolean } = {},
  ): Promise<void> {
    const { storage, policy, config } = this.#connection;
    await policy.run(
      { name: 'create container', idempotent: true, ...options },
      abortSignal =>
        storage.blobContainers.create(
          config.resourceGroup,
          account,
          name,
          { publicAccess: isPublic ? 'Blob' : 'None' },
          { abortSignal },
        ),
    );
  }

  /** Names of the containers of an account; those that were deleted are not among them. */
  async list(account: string, options: CallOptions = {}): Promise<string[]> {
    const { storage, policy, config } = this.#connection;
    return policy.run(
      { name: 'list containers', idempotent: true, ...options },
      async abortSignal => {
        const names: string[] = [];
        const containers = storage.blobContainers.list(
          config.resourceGroup,
          account,
          { abortSignal },
        );
        for await (const { name } of containers) if (name) names.push(name);
        return names;
      },
    );
  }

  /** Whether a container has a blob. */
  async hasBlobs(
    account: string,
    container: string,
    options: CallOptions = {},
  ): Promise<boolean> {
    const state = await this.#accounts.getAccount(account, options);
    if (!state) return false;
    const client = await this.#open(state, container, options);
    return this.#connection.policy.run(
      { name: 'list blobs', idempotent: true, ...options },
      async abortSignal => {
        const { done } = await client.listBlobsFlat({ abortSignal }).next();
        return !done;
      },
    );
  }

  /** Deletes a container. Azure keeps it for as long as soft delete says. */
  async delete(
    account: string,
    name: string,
    options: CallOptions = {},
  ): Promise<void> {
    const { storage, policy, config } = this.#connection;
    await absentWhenNotFound(
      policy.run(
        { name: 'delete container', idempotent: true, ...options },
        abortSignal =>
          storage.blobContainers.delete(config.resourceGroup, account, name, {
            abortSignal,
          }),
      ),
    );
  }

  /** With the account's key where it opens the account, else in the portal's own name. */
  async #open(
    account: StorageAccountState,
    container: string,
    options: CallOptions,
  ): Promise<ContainerClient> {
    const { name, blobUrl } = account;
    const address = `${blobUrl}/${encodeURIComponent(container)}`;
    const once = { retryOptions: { maxTries: 1 } };
    if (account.isAccountKeyAllowed) {
      const key = await this.#accounts.getKey(name, options);
      const credential = new StorageSharedKeyCredential(name, key);
      return new ContainerClient(address, credential, once);
    }
    const signature = await new AzureBlobDelegation(
      this.#connection,
    ).signContainer(account, container, {
      days: 1,
      canWrite: false,
      ...options,
    });
    return new ContainerClient(
      `${address}?${signature}`,
      new AnonymousCredential(),
      once,
    );
  }
}
