import {
  AppNames,
  Environment,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  AzureStorage,
  StorageAccountState,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsuredResource } from '../../ensure';

/** One storage account and the environments whose containers it has. */
export interface AccountOptions {
  storage: AzureStorage;
  account: string;
  stage: 'dev' | 'prod';
  /** Origins of the application that browsers upload from. */
  origins: string[];
  /** Days for which what is deleted can be brought back; that of the portal when left out. */
  softDeleteDays?: number;
  /** Whether containers may be opened to everybody. */
  isPublicAccessAllowed?: boolean;
  /** Whether a new account has keys that open it. */
  isAccountKeyAllowed?: boolean;
  owner: { app: string; task: string };
}

/** What is known of an account. */
export interface FoundAccount {
  account?: StorageAccountState;
  /** Why a new account may not have the name, in Azure's words. */
  nameProblem?: string;
}

/** Output of an account. */
export type AccountReference = { account: string; blobUrl: string };

/** The account of an environment. @throws Error for a preset that has none. */
export function requireAccount(
  names: AppNames,
  environment: Environment,
): string {
  const { account } = names.environments[environment].storage;
  if (!account) {
    throw new Error(
      `Applications of ${names.preset} keep their files in S3: there is no storage account to create`,
    );
  }
  return account;
}

/** Reads an account; asks whether its name is free when there is none. */
export async function findAccount(
  storage: AzureStorage,
  name: string,
  call: { signal?: AbortSignal },
): Promise<FoundAccount> {
  const account = await storage.getAccount(name, call);
  if (account) return { account };
  const nameProblem = await storage.findNameProblem(name, call);
  if (!nameProblem) return {};
  // A process that was killed may have asked for it a moment ago: it came into being between the questions.
  const arrived = await storage.getAccount(name, call);
  return arrived ? { account: arrived } : { nameProblem };
}

/** The sentence for an account of somebody else; undefined for one that is free or the application's. */
export function describeHolder(
  name: string,
  app: string,
  { account, nameProblem }: FoundAccount,
): string | undefined {
  if (nameProblem) {
    return `No storage account can be called ${name}: ${nameProblem} Choose another name.`;
  }
  if (!account || account.owner?.app === app) return undefined;
  const owner = account.owner
    ? `belongs to ${account.owner.app}`
    : 'has no tag that says whose it is';
  return `The storage account ${name} exists and ${owner}. Choose another name, or have the SRE team set its tag fabrique-app to ${app}.`;
}

/** A storage account with soft delete and CORS for the application's own hosts. */
export function createAccountResource(
  options: AccountOptions,
): EnsuredResource<FoundAccount, AccountReference> {
  const { storage, account: name, stage, origins, owner } = options;
  const { softDeleteDays = 1, isPublicAccessAllowed } = options;
  const toReference = ({ blobUrl }: StorageAccountState) => ({
    account: name,
    blobUrl,
  });
  const findMissing = (account: StorageAccountState) => [
    ...(account.softDeleteDays >= softDeleteDays ? [] : ['soft delete']),
    ...(account.isPublicAccessAllowed || !isPublicAccessAllowed
      ? []
      : ['public access']),
    ...(origins.every(origin => account.corsOrigins.includes(origin))
      ? []
      : ['CORS']),
  ];
  return {
    key: `azure-blob/${name}`,
    title: `storage account ${name}`,
    ledger: { type: 'storage-account' },
    read: call => findAccount(storage, name, call),
    plan(found) {
      if (found.account && !found.account.owner) {
        return { verb: 'adopt', detail: 'has no tag', untagged: true };
      }
      const holder = describeHolder(name, owner.app, found);
      if (holder) return { verb: 'conflict', detail: holder };
      if (!found.account) {
        const access = isPublicAccessAllowed
          ? 'may have public files'
          : 'private';
        const keys =
          options.isAccountKeyAllowed === false ? ', without keys' : '';
        return { verb: 'create', detail: access + keys };
      }
      const missing = findMissing(found.account);
      return missing.length > 0
        ? { verb: 'update', detail: missing.join(', ') }
        : { verb: 'nothing', detail: 'exists' };
    },
    async apply({ account }, call) {
      // One environment may be added to an account of another: its origins stay.
      const corsOrigins = [
        ...new Set([...(account?.corsOrigins ?? []), ...origins]),
      ];
      return toReference(
        await storage.putAccount(
          {
            name,
            owner,
            stage,
            corsOrigins,
            softDeleteDays: options.softDeleteDays,
            isPublicAccessAllowed,
            isAccountKeyAllowed: options.isAccountKeyAllowed,
          },
          call,
        ),
      );
    },
    refer: ({ account }) =>
      account
        ? toReference(account)
        : { account: name, blobUrl: `https://${name}.blob.core.windows.net` },
    locate: ({ blobUrl }) => blobUrl,
  };
}
