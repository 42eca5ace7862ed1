import { AzureConnection } from './AzureConnection';

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * The two keys of every storage account, either of which opens all of it.
 *
 * @public
 */
export type StorageKeyName = 'key1' | 'key2';

/**
 * Where the keys of an account stand.
 *
 * @public
 */
export interface CurrentStorageKey {
  /** The one that applications have. */
  current: StorageKeyName;
  wasRotated: boolean;
  /** Made anew by a rotation that has not ended: some may have it already. */
  pending?: StorageKeyName;
  /** The task that makes the other one anew, or was the last to. */
  task?: string;
}

/** Tag of the account that says which key applications have. */
const tagName = 'fabrique-key';
/** Tag that says which key was made anew, while applications are given it. */
const pendingTagName = 'fabrique-key-pending';
/** Tag that says which task makes a key anew, or was the last to. */
const taskTagName = 'fabrique-key-task';

/**
 * Keys of storage accounts, which take turns. Every method throws `UpstreamError`.
 *
 * @see https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage
 *
 * @public
 */
export class AzureStorageKeys {
  readonly #connection: AzureConnection;

  constructor(connection: AzureConnection) {
    this.#connection = connection;
  }

  /** Tells which key applications have, and whether there was a rotation before. */
  async readCurrent(
    account: string,
    options: CallOptions = {},
  ): Promise<CurrentStorageKey> {
    const { tags } = await this.#getProperties(account, options);
    const mark = tags?.[tagName];
    const pending = tags?.[pendingTagName];
    const task = tags?.[taskTagName];
    return {
      current: mark === 'key2' ? 'key2' : 'key1',
      wasRotated: mark !== undefined,
      ...((pending === 'key1' || pending === 'key2') && { pending }),
      ...(task && { task }),
    };
  }

  /** Reads a key: a secret. */
  async get(
    account: string,
    name: StorageKeyName,
    options: CallOptions = {},
  ): Promise<string> {
    const { storage, policy, config } = this.#connection;
    const { keys = [] } = await policy.run(
      { name: 'read storage keys', idempotent: true, ...options },
      abortSignal =>
        storage.storageAccounts.listKeys(config.resourceGroup, account, {
          abortSignal,
        }),
    );
    const value = keys.find(({ keyName }) => keyName === name)?.value;
    if (!value) throw new Error(`Storage account ${account} has no ${name}`);
    return value;
  }

  /** Makes a key anew. What it was before stops working at once. */
  async regenerate(
    account: string,
    name: StorageKeyName,
    options: CallOptions = {},
  ): Promise<void> {
    const { storage, policy, config } = this.#connection;
    await policy.run(
      { name: 'regenerate storage key', idempotent: true, ...options },
      abortSignal =>
        storage.storageAccounts.regenerateKey(
          config.resourceGroup,
          account,
          { keyName: name },
          { abortSignal },
        ),
    );
  }

  /** Says which task makes a key anew: of two, the one that said so last goes on. May be repeated. */
  async setTask(
    account: string,
    task: string,
    options: CallOptions = {},
  ): Promise<void> {
    const { tags } = await this.#getProperties(account, options);
    await this.#setTags(account, { ...tags, [taskTagName]: task }, options);
  }

  /** Says which key was made anew, before anybody is given it. May be repeated. */
  async setPending(
    account: string,
    name: StorageKeyName,
    options: CallOptions = {},
  ): Promise<void> {
    const { tags } = await this.#getProperties(account, options);
    await this.#setTags(account, { ...tags, [pendingTagName]: name }, options);
  }

  /** Says which key applications have. May be repeated. */
  async setCurrent(
    account: string,
    name: StorageKeyName,
    options: CallOptions = {},
  ): Promise<void> {
    const { tags = {} } = await this.#getProperties(account, options);
    const { [pendingTagName]: _ended, ...others } = tags;
    await this.#setTags(account, { ...others, [tagName]: name }, options);
  }

  async #setTags(
    account: string,
    tags: Record<string, string>,
    options: CallOptions,
  ): Promise<void> {
    const { storage, policy, config } = this.#connection;
    await policy.run(
      { name: 'tag storage account', idempotent: true, ...options },
      abortSignal =>
        storage.storageAccounts.update(
          config.resourceGroup,
          account,
          // Azure replaces all tags.
          { tags },
          { abortSignal },
        ),
    );
  }

  async #getProperties(account: string, options: CallOptions) {
    const { storage, policy, config } = this.#connection;
    return policy.run(
      { name: 'read storage account', idempotent: true, ...options },
      abortSignal =>
        storage.storageAccounts.getProperties(config.resourceGroup, account, {
          abortSignal,
        }),
    );
  }
}
