import {
  AzureResourceGroups,
  ResourceGroupState,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsuredResource } from '../ensure';
import { Remover } from '../undo/Remover';

const keyPrefix = 'azure/resource-group/';

/** A resource group; its reference is the id of the Resource Manager. */
export function createResourceGroupResource(options: {
  groups: AzureResourceGroups;
  name: string;
  location?: string;
  owner: { app: string; task: string };
}): EnsuredResource<{ group?: ResourceGroupState }, string> {
  const { groups, name, location, owner } = options;
  return {
    key: keyPrefix + name,
    title: `resource group ${name}`,
    ledger: { type: 'resource-group' },
    async read(call) {
      return { group: await groups.get(name, call) };
    },
    plan({ group }) {
      if (!group) return { verb: 'create', detail: location };
      if (!group.owner) {
        return { verb: 'adopt', detail: 'has no tag', untagged: true };
      }
      return group.owner.app === owner.app
        ? { verb: 'nothing', detail: `exists in ${group.location}` }
        : {
            verb: 'conflict',
            detail: `The resource group ${name} belongs to ${group.owner.app}. Choose another name.`,
          };
    },
    async apply(_found, call) {
      await groups.put({ name, location, owner }, call);
      return groups.toId(name);
    },
    refer: ({ group }) => group?.id ?? groups.toId(name),
    locate: id => id,
  };
}

/** Removes a group that is empty; one in which others put something since stays. */
export function createResourceGroupRemover(
  groups: AzureResourceGroups,
): Remover {
  const toName = ({ key }: { key: string }) => key.slice(keyPrefix.length);
  return {
    nameOf: toName,
    async inspect(entry, call) {
      const group = await groups.get(toName(entry), call);
      return { exists: group !== undefined };
    },
    async remove(entry, call) {
      const contents = await groups.listContents(toName(entry), call);
      if (contents.length > 0) return `it has ${contents.join(', ')}`;
      await groups.delete(toName(entry), call);
      return undefined;
    },
  };
}
