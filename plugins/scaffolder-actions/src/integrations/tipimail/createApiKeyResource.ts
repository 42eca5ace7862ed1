import { Environment } from '@socialgouv/backstage-plugin-fabrique-common';
import {
  TipimailApiKey,
  TipimailProvisioner,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsureCall, EnsuredResource } from '../../ensure';
import { Remover } from '../../undo/Remover';

/** An application and the environment that sends. */
export interface ApiKeyOwner {
  /** `SocialGouv/domifa` */
  application: string;
  environment: Environment;
}

/** Tipimail keeps no other sign of whose a key is. */
function toDescription({ application, environment }: ApiKeyOwner): string {
  return `${application} (${environment})`;
}

/** A key with which one environment of an application sends. Its value goes to a sink, and nowhere else. */
export function createApiKeyResource(
  tipimail: TipimailProvisioner,
  owner: ApiKeyOwner,
): EnsuredResource<TipimailApiKey | undefined, string> {
  const { application, environment } = owner;
  const description = toDescription(owner);
  return {
    key: `tipimail/api-key/${application}/${environment}`,
    title: `Tipimail key of ${environment}`,
    ledger: { type: 'tipimail-api-key', environment },
    read: call => tipimail.findApiKey(description, call),
    plan: found =>
      found
        ? { verb: 'nothing', detail: 'exists' }
        : { verb: 'create', detail: description },
    async apply(_found, call) {
      // Tipimail makes a second key of the same description without a word.
      const present = await tipimail.findApiKey(description, call);
      return (present ?? (await tipimail.createApiKey(description, call))).id;
    },
    refer: found => found?.id ?? 'to-be-created',
    locate: () => tipimail.appUrl,
  };
}

/** Reads the value of a key; where Tipimail does not show it again, a new key takes its place. */
export async function readApiKey(
  tipimail: TipimailProvisioner,
  owner: ApiKeyOwner,
  call: EnsureCall,
): Promise<string> {
  const description = toDescription(owner);
  const found = await tipimail.findApiKey(description, call);
  if (found?.key) return found.key;
  const created = await tipimail.createApiKey(description, call);
  if (!created.key) {
    throw new Error(
      `Tipimail did not show the key ${description} that it made`,
    );
  }
  if (found) await tipimail.deleteApiKey(found.id, call);
  return created.key;
}

/** Removes a key: the environment can send no more. */
export function createApiKeyRemover(tipimail: TipimailProvisioner): Remover {
  const find: (
    ...args: Parameters<Remover['inspect']>
  ) => Promise<TipimailApiKey | undefined> = (
    { application, environment },
    call,
  ) =>
    tipimail.findApiKey(
      toDescription({ application, environment: environment! }),
      call,
    );
  return {
    nameOf: ({ title }) => title,
    inspect: async (entry, call) => ({
      exists: (await find(entry, call)) !== undefined,
    }),
    async remove(entry, call) {
      const found = await find(entry, call);
      if (found) await tipimail.deleteApiKey(found.id, call);
    },
  };
}
