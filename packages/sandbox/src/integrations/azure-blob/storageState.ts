import { DocumentStore } from '../../kernel/DocumentStore';
import { BlobFacade } from './createBlobFacade';
import { ArmError, resourceNotFound } from '../../azure/ArmError';
import { toResourceId, toSystemData } from '../../azure/identity';

export const storageProvider = 'Microsoft.Storage';
export const accountType = `${storageProvider}/storageAccounts`;

/** Route of all accounts of a resource group, and of one. */
export const accountsPath = `/subscriptions/:subscription/resourceGroups/:group/providers/${accountType}`;
export const accountPath = `${accountsPath}/:account`;

/** A storage account as the sandbox keeps it; its keys are with the blob service. */
export interface AccountDocument {
  name: string;
  location: string;
  tags?: Record<string, string>;
  sku: { name: string };
  kind: string;
  createdAt: string;
  /** What the client asked for, as Azure names it. */
  properties: Record<string, unknown>;
  /** Settings of the blob service, as Azure names them. */
  blobService: Record<string, unknown>;
  /** As Azure names them; absent where the account has no policy. */
  lifecycleRules?: object[];
  /** Of the seeded fleet, and not really there; the containers become real when the account is opened. */
  seed?: {
    sizeBytes: number;
    blobCount: number;
    containers: { name: string; publicAccess?: 'blob' | 'container' }[];
  };
}

/** Names of accounts that others have, anywhere in Azure: they cannot be had. */
export const takenNames: readonly string[] = [
  'backup',
  'demo',
  'fabrique',
  'sample',
  'storage',
  'test',
];

/** The account of that name; throws Azure's 404. */
export function findAccount(
  accounts: DocumentStore<AccountDocument>,
  name: string,
): AccountDocument {
  const account = accounts.get(name.toLowerCase());
  if (!account) throw resourceNotFound(accountType, name);
  return account;
}

/** Throws Azure's answers for a name that no account can have, or that someone else has. */
export function checkAccountName(name: string): void {
  if (!/^[a-z0-9]{3,24}$/.test(name))
    throw new ArmError(400, 'AccountNameInvalid', invalidName(name));
  if (takenNames.includes(name))
    throw new ArmError(
      409,
      'StorageAccountAlreadyTaken',
      `The storage account named ${name} is already taken.`,
    );
}

export function invalidName(name: string): string {
  return `${name} is not a valid storage account name. Storage account name must be between 3 and 24 characters in length and use numbers and lower-case letters only.`;
}

/** An account as Azure shows it. */
export function toAccountResource(account: AccountDocument, blobUrl: string) {
  const { name, location, tags, sku, kind, createdAt, properties } = account;
  return {
    id: toResourceId(`${accountType}/${name}`),
    name,
    type: accountType,
    location,
    tags,
    sku: { ...sku, tier: sku.name.split('_')[0] },
    kind,
    systemData: toSystemData(createdAt),
    properties: {
      accessTier: 'Hot',
      allowBlobPublicAccess: false,
      allowSharedKeyAccess: true,
      minimumTlsVersion: 'TLS1_2',
      publicNetworkAccess: 'Enabled',
      supportsHttpsTrafficOnly: true,
      ...properties,
      creationTime: createdAt,
      keyCreationTime: { key1: createdAt, key2: createdAt },
      primaryEndpoints: { blob: `${blobUrl}/${name}` },
      primaryLocation: location,
      provisioningState: 'Succeeded',
      statusOfPrimary: 'available',
    },
  };
}

/** The two keys of an account, as Azure shows them. */
export function toKeys(blob: BlobFacade, account: AccountDocument) {
  const [key1, key2] = blob.getAccount(account.name)?.keys ?? [];
  return {
    keys: [
      { keyName: 'key1', value: key1 },
      { keyName: 'key2', value: key2 },
    ].map(key => ({
      ...key,
      permissions: 'FULL',
      creationTime: account.createdAt,
    })),
  };
}
