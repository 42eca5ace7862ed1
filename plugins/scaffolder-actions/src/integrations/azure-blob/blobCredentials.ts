import {
  AzureBlobDelegation,
  AzureStorage,
  AzureStorageKeys,
} from '@socialgouv/backstage-plugin-fabrique-node';
import type { z as zod } from 'zod/v3';
import { EnsureCall } from '../../ensure';

/** How the application proves who it is. */
export const credentialKinds = ['account-key', 'sas', 'none'] as const;

/** See {@link credentialKinds}. */
export type CredentialKind = (typeof credentialKinds)[number];

/** Input of the actions that hand out credentials. */
export const credentialsInput = {
  credentials: (z: typeof zod) =>
    z
      .enum(credentialKinds)
      .optional()
      .describe(
        'How the application gets in: `account-key` (by default, the key of the account, in the secret that deployments expect), `sas` (a signature for one container that ends by itself, made without any key), `none` (it signs in as itself, and nothing is secret). An account that is created for `sas` or `none` refuses its keys.',
      ),
  sasDays: (z: typeof zod) =>
    z
      .number()
      .int()
      .min(1)
      .max(7)
      .optional()
      .describe(
        'Days for which a signature is good; Azure allows 7, which is the default.',
      ),
};

/** Keys of the secret. */
export const credentialKeys: Record<CredentialKind, string[]> = {
  'account-key': ['azurestorageaccountname', 'azurestorageaccountkey'],
  sas: [
    'azurestorageaccountname',
    'azurestoragecontainerurl',
    'azurestoragesastoken',
  ],
  none: [],
};

/** Makes the values of {@link credentialKeys}. */
export async function makeCredentials(
  { storage, keys, delegation }: BlobClients,
  wish: {
    kind: CredentialKind;
    account: string;
    container: string;
    sasDays?: number;
  },
  call: EnsureCall,
): Promise<Record<string, string>> {
  const { kind, account: name, container } = wish;
  if (kind === 'account-key') {
    return {
      azurestorageaccountname: name,
      // The one that other secrets of the account have: rotations take the two by turns.
      azurestorageaccountkey: await keys.get(
        name,
        (
          await keys.readCurrent(name, call)
        ).current,
        call,
      ),
    };
  }
  const account = await storage.getAccount(name, call);
  if (!account) throw new Error(`The storage account ${name} is gone`);
  return {
    azurestorageaccountname: name,
    azurestoragecontainerurl: `${account.blobUrl}/${container}`,
    azurestoragesastoken: await delegation.signContainer(account, container, {
      days: wish.sasDays ?? 7,
      canWrite: true,
      signal: call.signal,
    }),
  };
}

/** What speaks to the storage of Azure. */
export interface BlobClients {
  storage: AzureStorage;
  keys: AzureStorageKeys;
  delegation: AzureBlobDelegation;
}
