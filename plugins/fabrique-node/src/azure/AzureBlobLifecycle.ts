import { ManagementPolicyRule } from '@azure/arm-storage';
import { absentWhenNotFound } from '../provisioning/absentWhenNotFound';
import { AzureConnection } from './AzureConnection';

/**
 * What becomes of the files of one container as they age.
 *
 * @public
 */
export interface ContainerLifecycle {
  /** Days after the last change; absent where files are kept. */
  deleteAfterDays?: number;
  /** Days after the last change; absent where files stay as quick to read as they are. */
  coolAfterDays?: number;
}

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * Lifecycle rules of storage accounts, one for each container, which bears the container's name. Rules
 * that people wrote stay. Every method throws `UpstreamError`.
 *
 * @see https://learn.microsoft.com/rest/api/storagerp/management-policies
 *
 * @public
 */
export class AzureBlobLifecycle {
  readonly #connection: AzureConnection;

  constructor(connection: AzureConnection) {
    this.#connection = connection;
  }

  /** The rule of a container; undefined when it has none. */
  async get(
    account: string,
    container: string,
    options: CallOptions = {},
  ): Promise<ContainerLifecycle | undefined> {
    const rules = await this.#list(account, options);
    const actions = rules.find(({ name }) => name === container)?.definition
      .actions.baseBlob;
    if (!actions) return undefined;
    return {
      deleteAfterDays: actions.delete?.daysAfterModificationGreaterThan,
      coolAfterDays: actions.tierToCool?.daysAfterModificationGreaterThan,
    };
  }

  /** Gives a container its rule. May be repeated. */
  async put(
    account: string,
    container: string,
    { deleteAfterDays, coolAfterDays }: ContainerLifecycle,
    options: CallOptions = {},
  ): Promise<void> {
    const after = (days: number | undefined) =>
      days === undefined
        ? undefined
        : { daysAfterModificationGreaterThan: days };
    const others = await this.#list(account, options);
    await this.#write(
      account,
      [
        ...others.filter(({ name }) => name !== container),
        {
          name: container,
          enabled: true,
          type: 'Lifecycle',
          definition: {
            actions: {
              baseBlob: {
                delete: after(deleteAfterDays),
                tierToCool: after(coolAfterDays),
              },
            },
            filters: {
              blobTypes: ['blockBlob'],
              prefixMatch: [`${container}/`],
            },
          },
        },
      ],
      options,
    );
  }

  /** Takes the rule of a container away. May be repeated. */
  async remove(
    account: string,
    container: string,
    options: CallOptions = {},
  ): Promise<void> {
    const rules = await this.#list(account, options);
    const others = rules.filter(({ name }) => name !== container);
    if (others.length < rules.length) {
      await this.#write(account, others, options);
    }
  }

  async #list(
    account: string,
    options: CallOptions,
  ): Promise<ManagementPolicyRule[]> {
    const { storage, policy, config } = this.#connection;
    const found = await absentWhenNotFound(
      policy.run(
        {
          name: `read lifecycle rules of ${account}`,
          idempotent: true,
          ...options,
        },
        abortSignal =>
          storage.managementPolicies.get(
            config.resourceGroup,
            account,
            'default',
            { abortSignal },
          ),
      ),
    );
    return found?.policy?.rules ?? [];
  }

  /** Azure takes all rules at once, and no empty list of them. */
  async #write(
    account: string,
    rules: ManagementPolicyRule[],
    options: CallOptions,
  ): Promise<void> {
    const { storage, policy, config } = this.#connection;
    await policy.run(
      {
        name: `write lifecycle rules of ${account}`,
        idempotent: true,
        ...options,
      },
      async abortSignal => {
        const { managementPolicies } = storage;
        const { resourceGroup } = config;
        if (rules.length === 0) {
          await managementPolicies.delete(resourceGroup, account, 'default', {
            abortSignal,
          });
          return;
        }
        await managementPolicies.createOrUpdate(
          resourceGroup,
          account,
          'default',
          { policy: { rules } },
          { abortSignal },
        );
      },
    );
  }
}
