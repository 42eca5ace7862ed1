import {
  AzurePostgresAccess,
  EntraAdministrator,
  PostgresFirewallRule,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsuredResource } from '../../ensure';
import { Remover } from '../../undo/Remover';
import { toServerKey } from './createServerResources';

/** A principal of Entra that administers a server; Azure has no place for an owner on it. */
export function createEntraAdministratorResource(
  access: AzurePostgresAccess,
  server: string,
  administrator: EntraAdministrator,
): EnsuredResource<{ present?: { name?: string } }, string> {
  const { objectId, name } = administrator;
  return {
    key: `${toServerKey(server)}/administrators/${objectId}`,
    title: `Entra administrator ${name} of ${server}`,
    ledger: { type: 'postgres-administrator' },
    async read(call) {
      return {
        present: await access.getAdministrator(server, objectId, call),
      };
    },
    // On an application's own server nobody else's can be.
    plan: ({ present }) =>
      present
        ? { verb: 'nothing', detail: 'is one' }
        : { verb: 'create', detail: administrator.type },
    async apply(_found, call) {
      await access.putAdministrator(server, administrator, call);
      return objectId;
    },
    refer: () => objectId,
    remember: () => ({ server, objectId }),
  };
}

/** Takes a principal its rights on a server. */
export function createEntraAdministratorRemover(
  access: AzurePostgresAccess,
): Remover {
  const toPath = ({ key }: { key: string }) => {
    const [, server, , objectId] = key.split('/');
    return { server, objectId };
  };
  return {
    nameOf: entry => toPath(entry).objectId,
    async inspect(entry, call) {
      const { server, objectId } = toPath(entry);
      const found = await access.getAdministrator(server, objectId, call);
      return { exists: found !== undefined };
    },
    async remove(entry, call) {
      const { server, objectId } = toPath(entry);
      await access.deleteAdministrator(server, objectId, call);
    },
  };
}

/** Addresses from which a server may be reached; comes and goes with the server. */
export function createFirewallResource(
  access: AzurePostgresAccess,
  server: string,
  rule: PostgresFirewallRule,
): EnsuredResource<{ present?: PostgresFirewallRule }, string> {
  const { name, startIpAddress, endIpAddress } = rule;
  return {
    key: `${toServerKey(server)}/firewall/${name}`,
    title: `firewall rule ${name} of ${server}`,
    async read(call) {
      return { present: await access.getFirewallRule(server, name, call) };
    },
    plan({ present }) {
      const detail = `${startIpAddress} to ${endIpAddress}`;
      if (!present) return { verb: 'create', detail };
      const isSame =
        present.startIpAddress === startIpAddress &&
        present.endIpAddress === endIpAddress;
      return { verb: isSame ? 'nothing' : 'update', detail };
    },
    async apply(_found, call) {
      await access.putFirewallRule(server, rule, call);
      return name;
    },
    refer: () => name,
  };
}
