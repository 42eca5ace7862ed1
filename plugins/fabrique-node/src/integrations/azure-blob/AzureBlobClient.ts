import { AzureConnection } from '../../azure/AzureConnection';
import { AzureMetrics, AzureMetricSeries } from '../../azure/AzureMetrics';
import { readAzure } from '../../azure/readAzure';
import { absentFor, neverAbsent } from '../../upstream';
import {
  AzureBlobService,
  AzureContainers,
  AzureLifecyclePolicy,
  AzureLifecycleRules,
  AzureStorageAccount,
  AzureStorageAccounts,
} from './schema';

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * Reads the storage accounts of the portal's resource group, and what Azure knows of their blobs. Every
 * method throws `UpstreamError`. No blob is read, and no key is asked for.
 *
 * @see https://learn.microsoft.com/rest/api/storagerp/
 *
 * @public
 */
export class AzureBlobClient {
  readonly #connection: AzureConnection;
  readonly #metrics: AzureMetrics;

  constructor(connection: AzureConnection) {
    this.#connection = connection;
    this.#metrics = new AzureMetrics(connection);
  }

  /** Every account of the resource group. */
  async listAccounts(options: CallOptions): Promise<AzureStorageAccount[]> {
    const { storage, config } = this.#connection;
    const name = 'list storage accounts';
    // Every resource group has this list: without it, the configured one is wrong.
    return neverAbsent(
      { service: 'Azure', name },
      readAzure(
        this.#connection,
        { name, ...options },
        AzureStorageAccounts,
        abortSignal =>
          storage.storageAccounts.listByResourceGroup(config.resourceGroup, {
            abortSignal,
          }),
      ),
    );
  }

  /** Soft delete, versions and CORS of an account. */
  async getBlobService(
    account: string,
    options: CallOptions,
  ): Promise<AzureBlobService> {
    const { storage, config } = this.#connection;
    return readAzure(
      this.#connection,
      { name: `read blob service of ${account}`, ...options },
      AzureBlobService,
      abortSignal =>
        storage.blobServices.getServiceProperties(
          config.resourceGroup,
          account,
          { abortSignal },
        ),
    );
  }

  /** Every container of an account; those that were deleted are not among them. */
  async listContainers(
    account: string,
    options: CallOptions,
  ): Promise<AzureContainers> {
    const { storage, config } = this.#connection;
    return readAzure(
      this.#connection,
      { name: `list containers of ${account}`, ...options },
      AzureContainers,
      abortSignal =>
        storage.blobContainers.list(config.resourceGroup, account, {
          abortSignal,
        }),
    );
  }

  /** What becomes of blobs as they age; nothing where the account has no such policy. */
  async listLifecycleRules(
    account: string,
    options: CallOptions,
  ): Promise<AzureLifecycleRules> {
    const { storage, config } = this.#connection;
    const policy = await absentFor(
      ['not-found'],
      readAzure(
        this.#connection,
        { name: `read lifecycle of ${account}`, ...options },
        AzureLifecyclePolicy,
        abortSignal =>
          storage.managementPolicies.get(
            config.resourceGroup,
            account,
            'default',
            { abortSignal },
          ),
      ),
    );
    return policy?.policy?.rules ?? [];
  }

  /**
   * `BlobCapacity` in bytes and `BlobCount` of the whole account, which Azure counts a few times a day.
   *
   * @returns undefined when the portal may not read metrics.
   */
  async getCapacity(
    accountId: string,
    options: CallOptions,
  ): Promise<AzureMetricSeries[] | undefined> {
    return absentFor(
      ['forbidden'],
      this.#metrics.read(
        {
          resourceId: toBlobServiceId(accountId),
          metrics: ['BlobCapacity', 'BlobCount'],
          hours: 48,
          interval: 'PT1H',
          aggregation: 'Average',
        },
        options,
      ),
    );
  }

  /**
   * Requests of each hour of a day, one series for each way in which they prove who they are
   * (`AccountKey`, `SAS`, `OAuth`, `Anonymous`).
   *
   * @returns undefined when the portal may not read metrics.
   */
  async getRequests(
    accountId: string,
    options: CallOptions,
  ): Promise<AzureMetricSeries[] | undefined> {
    return absentFor(
      ['forbidden'],
      this.#metrics.read(
        {
          resourceId: toBlobServiceId(accountId),
          metrics: ['Transactions'],
          hours: 24,
          interval: 'PT1H',
          aggregation: 'Total',
          dimension: 'Authentication',
        },
        options,
      ),
    );
  }
}

function toBlobServiceId(accountId: string): string {
  return `${accountId}/blobServices/default`;
}
