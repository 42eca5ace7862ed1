import { BlobServiceClient } from '@azure/storage-blob';
import { Router } from 'express';
import { DocumentStore } from '../../kernel/DocumentStore';
import { SandboxContext } from '../../kernel/Facade';
import { BlobFacade } from './createBlobFacade';
import { ArmOperations } from '../../azure/ArmOperations';
import { createAccountRoutes } from './createAccountRoutes';
import { createContainerRoutes } from './createContainerRoutes';
import { createMonitoringRoutes } from './createMonitoringRoutes';
import { listSeededAccounts } from './seedAccounts';
import { seedOnce } from '../../azure/seedOnce';
import { AccountDocument, accountType } from './storageState';

/** What every route of the provider works with. */
export interface StorageScope {
  context: SandboxContext;
  blob: BlobFacade;
  accounts: DocumentStore<AccountDocument>;
  /** Works on what is really there; an account of the seed is opened for it. */
  useAccount<T>(
    account: AccountDocument,
    work: (client: BlobServiceClient) => Promise<T>,
  ): Promise<T>;
  /** The one long-running operation: an account that is to be made. */
  operations: ArmOperations<AccountDocument>;
}

/** The resource provider Microsoft.Storage: accounts and blob containers. */
export function createStorageProvider(
  context: SandboxContext,
  blob: BlobFacade,
): {
  router: Router;
  operations: ArmOperations<AccountDocument>;
  listResources(): { type: string; name: string; location: string }[];
} {
  const accounts = context.documents<AccountDocument>('azure-storage-accounts');
  seedOnce(
    context,
    'storage',
    accounts,
    listSeededAccounts(),
    (_seed, known) => known,
  );
  const operations = new ArmOperations<AccountDocument>(
    context,
    'azure-storage-operations',
    async account => {
      await blob.ensureAccount(account.name);
      // Asked for twice at once, it is made once; what was set meanwhile stays.
      if (!accounts.get(account.name)) accounts.put(account.name, account);
    },
  );
  const open = async ({ name, seed }: AccountDocument) => {
    if (blob.getAccount(name)) return;
    await blob.ensureAccount(name);
    await blob.useAccount(name, async client => {
      for (const { name: container, publicAccess } of seed?.containers ?? [])
        await client
          .getContainerClient(container)
          .createIfNotExists({ access: publicAccess });
    });
  };
  const scope: StorageScope = {
    context,
    blob,
    accounts,
    operations,
    async useAccount(account, work) {
      await open(account);
      return await blob.useAccount(account.name, work);
    },
  };
  const router = Router();
  router.use(createAccountRoutes(scope));
  router.use(createContainerRoutes(scope));
  router.use(createMonitoringRoutes(scope));
  return {
    router,
    operations,
    listResources: () =>
      accounts
        .list()
        .map(({ name, location }) => ({ type: accountType, name, location })),
  };
}
