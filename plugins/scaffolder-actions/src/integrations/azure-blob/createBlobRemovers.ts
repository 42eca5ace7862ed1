import { AzureStorage } from '@socialgouv/backstage-plugin-fabrique-node';
import { LedgerEntry } from '@socialgouv/backstage-plugin-fabrique-common';
import { Remover } from '../../undo/Remover';

const toPath = ({ key }: LedgerEntry) => {
  const [, account, container = ''] = key.split('/');
  return { account, container };
};

/** Removes a container. Azure keeps it for as long as soft delete says. */
export function createContainerRemover(storage: AzureStorage): Remover {
  return {
    nameOf: entry => toPath(entry).container,
    async inspect(entry, call) {
      const { account, container } = toPath(entry);
      const found = await storage.containers.get(account, container, call);
      if (!found) return { exists: false };
      const hasBlobs = await storage.containers.hasBlobs(
        account,
        container,
        call,
      );
      return { exists: true, ...(hasBlobs && { data: 'files' }) };
    },
    async remove(entry, call) {
      const { account, container } = toPath(entry);
      await storage.lifecycle.remove(account, container, call);
      await storage.containers.delete(account, container, call);
    },
  };
}

/** Removes an account that has no container any more; one that others use since stays. */
export function createAccountRemover(storage: AzureStorage): Remover {
  return {
    nameOf: entry => toPath(entry).account,
    async inspect(entry, call) {
      const account = await storage.getAccount(toPath(entry).account, call);
      return { exists: account !== undefined };
    },
    async remove(entry, call) {
      const { account } = toPath(entry);
      const containers = await storage.containers.list(account, call);
      if (containers.length > 0) return `it has ${containers.join(', ')}`;
      await storage.deleteAccount(account, call);
      return undefined;
    },
  };
}
