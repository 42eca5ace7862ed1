import { Router } from 'express';
import { DocumentStore } from '../../kernel/DocumentStore';
import { SandboxContext } from '../../kernel/Facade';
import { BlobFacade } from './createBlobFacade';
import { ArmOperations } from '../../azure/ArmOperations';
import { createAccountRoutes } from './createAccountRoutes';
import { createContainerRoutes } from './createContainerRoutes';
import { AccountDocument } from './storageState';

/** What every route of the provider works with. */
export interface StorageScope {
  context: SandboxContext;
  blob: BlobFacade;
  accounts: DocumentStore<AccountDocument>;
  /** The one long-running operation: an account that is to be made. */
  operations: ArmOperations<AccountDocument>;
}

/** The resource provider Microsoft.Storage: accounts and blob containers. */
export function createStorageProvider(
  context: SandboxContext,
  blob: BlobFacade,
): { router: Router; operations: ArmOperations<AccountDocument> } {
  const accounts = context.documents<AccountDocument>('azure-storage-accounts');
  const operations = new ArmOperations<AccountDocument>(
    context,
    'azure-storage-operations',
    async account => {
      await blob.ensureAccount(account.name);
      // Asked for twice at once, it is made once; what was set meanwhile stays.
      if (!accounts.get(account.name)) accounts.put(account.name, account);
    },
  );
  const scope: StorageScope = { context, blob, accounts, operations };
  const router = Router();
  router.use(createAccountRoutes(scope));
  router.use(createContainerRoutes(scope));
  return { router, operations };
}
