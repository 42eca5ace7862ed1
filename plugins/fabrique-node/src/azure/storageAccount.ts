import {
  BlobServiceProperties,
  StorageAccount,
  StorageAccountUpdateParameters,
} from '@azure/arm-storage';
import {
  fromOwnershipTags,
  Ownership,
  toOwnershipTags,
} from '../provisioning/ownership';

/**
 * A storage account, as far as the actions look at it.
 *
 * @public
 */
export interface StorageAccountState {
  name: string;
  owner?: Ownership;
  /** Address of its blobs, without a slash at its end. */
  blobUrl: string;
  /** Days for which deleted blobs can be brought back; 0 when not at all. */
  softDeleteDays: number;
  /** Origins from which browsers may read and write. */
  corsOrigins: string[];
  /** Whether its containers can be opened to everybody. */
  isPublicAccessAllowed: boolean;
  /** Whether its keys open it. */
  isAccountKeyAllowed: boolean;
}

/**
 * What an account should be.
 *
 * @public
 */
export interface StorageAccountWish {
  name: string;
  owner: Ownership;
  stage: 'dev' | 'prod';
  corsOrigins: string[];
  /** Days for which what is deleted can be brought back; that of the configuration when left out. */
  softDeleteDays?: number;
  /** Whether containers may be opened to everybody; one that exists keeps what it allows. */
  isPublicAccessAllowed?: boolean;
  /** Whether a new account has keys that open it. True by default. */
  isAccountKeyAllowed?: boolean;
}

/** What an account that exists lacks; undefined when nothing. The tags that people set stay. */
export function toAccountChange(
  { tags, allowBlobPublicAccess }: StorageAccount,
  { owner, isPublicAccessAllowed }: StorageAccountWish,
): StorageAccountUpdateParameters | undefined {
  const isAdopted = !fromOwnershipTags(tags);
  const isOpened = isPublicAccessAllowed && allowBlobPublicAccess === false;
  if (!isAdopted && !isOpened) return undefined;
  return {
    ...(isAdopted && { tags: { ...tags, ...toOwnershipTags(owner) } }),
    ...(isOpened && { allowBlobPublicAccess: true }),
  };
}

export function toAccountState(
  name: string,
  account: StorageAccount,
  blobs: BlobServiceProperties,
): StorageAccountState {
  const { deleteRetentionPolicy: retention, cors } = blobs;
  return {
    name,
    owner: fromOwnershipTags(account.tags),
    blobUrl:
      account.primaryEndpoints?.blob?.replace(/\/+$/, '') ??
      `https://${name}.blob.core.windows.net`,
    softDeleteDays: retention?.enabled ? retention.days ?? 0 : 0,
    corsOrigins: [
      ...new Set(
        (cors?.corsRules ?? []).flatMap(({ allowedOrigins }) => allowedOrigins),
      ),
    ],
    // Azure leaves both out where nobody has forbidden them.
    isPublicAccessAllowed: account.allowBlobPublicAccess !== false,
    isAccountKeyAllowed: account.allowSharedKeyAccess !== false,
  };
}
