import { absentWhenNotFound } from '../provisioning/absentWhenNotFound';
import {
  fromOwnershipTags,
  Ownership,
  toOwnershipTags,
} from '../provisioning/ownership';
import { absentForStatus404 } from './absentForStatus404';
import { AzureConnection } from './AzureConnection';

/**
 * A resource group, as far as the actions look at it.
 *
 * @public
 */
export interface ResourceGroupState {
  /** Resource Manager's id. */
  id: string;
  name: string;
  /** Region: `francecentral`. */
  location: string;
  owner?: Ownership;
}

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * Resource groups of the portal's subscription. Every method throws `UpstreamError`.
 *
 * @see https://learn.microsoft.com/rest/api/resources/resource-groups
 *
 * @public
 */
export class AzureResourceGroups {
  readonly #connection: AzureConnection;

  constructor(connection: AzureConnection) {
    this.#connection = connection;
  }

  /** Reads a group; undefined when the subscription has none of this name. */
  async get(
    name: string,
    options: CallOptions = {},
  ): Promise<ResourceGroupState | undefined> {
    const { resources, policy } = this.#connection;
    const group = await absentWhenNotFound(
      policy.run(
        { name: `read resource group ${name}`, idempotent: true, ...options },
        abortSignal => resources.resourceGroups.get(name, { abortSignal }),
      ),
    );
    if (!group) return undefined;
    return {
      id: group.id ?? this.toId(name),
      name,
      location: group.location,
      owner: fromOwnershipTags(group.tags),
    };
  }

  /** Makes a group, or writes on one that exists whose it is; it stays in its region. May be repeated. */
  async put(
    wish: { name: string; location?: string; owner: Ownership },
    options: CallOptions = {},
  ): Promise<void> {
    const { resources, policy, config } = this.#connection;
    const { name, owner } = wish;
    await policy.run(
      { name: `create resource group ${name}`, idempotent: true, ...options },
      async abortSignal => {
        const existing = await absentForStatus404(
          resources.resourceGroups.get(name, { abortSignal }),
        );
        await resources.resourceGroups.createOrUpdate(
          name,
          {
            location: existing?.location ?? wish.location ?? config.location,
            tags: { ...existing?.tags, ...toOwnershipTags(owner) },
          },
          { abortSignal },
        );
      },
    );
  }

  /** Names of what is in a group, with their types: `Microsoft.Storage/storageAccounts/domifaprod`. */
  async listContents(
    name: string,
    options: CallOptions = {},
  ): Promise<string[]> {
    const { resources, policy } = this.#connection;
    return policy.run(
      { name: `list resource group ${name}`, idempotent: true, ...options },
      async abortSignal => {
        const found: string[] = [];
        const items = resources.resources.listByResourceGroup(name, {
          abortSignal,
        });
        for await (const item of items) found.push(`${item.type}/${item.name}`);
        return found;
      },
    );
  }

  /** Deletes a group with all that is in it. */
  async delete(name: string, options: CallOptions = {}): Promise<void> {
    const { resources, runLong } = this.#connection;
    await absentWhenNotFound(
      runLong(
        { name: `delete resource group ${name}`, idempotent: true, ...options },
        abortSignal =>
          resources.resourceGroups
            .delete(name, { abortSignal })
            .pollUntilDone({ abortSignal }),
      ),
    );
  }

  /** Resource Manager's id of a group. */
  toId(name: string): string {
    const { subscriptionId } = this.#connection.config;
    return `/subscriptions/${subscriptionId}/resourceGroups/${name}`;
  }
}
