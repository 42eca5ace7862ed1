import { Environment } from '@socialgouv/backstage-plugin-fabrique-common';
import { z } from 'zod/v4';
import {
  AzureKeyVault,
  KeyVaultSecretState,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsureCall, EnsuredResource } from '../ensure';
import { Remover } from '../undo/Remover';
import { SecretReference, SecretSink } from './SecretSink';

/** What was read of a secret of a vault. */
export interface FoundSecret {
  secret?: KeyVaultSecretState;
  /** The wanted value is another than the one that is there. */
  isOutdated?: boolean;
}

/**
 * Puts secrets into the portal's vault: one for each environment, as JSON with all keys, so that all of
 * them are there or none. One that is there keeps its value.
 *
 * @public
 */
export function createKeyVaultSink(vault: AzureKeyVault): SecretSink {
  return {
    createResource: ({
      names,
      environment,
      secretName,
      keys,
      replaces,
      makeValues,
    }) => {
      const name = `${names.name}-${environment}-${secretName}`;
      return createKeyVaultSecretResource({
        vault,
        replaces,
        name,
        keys,
        environment,
        owner: { app: names.repository },
        contentType: 'application/json',
        async makeValue(call) {
          const held = replaces && (await vault.getValue(name, call));
          return JSON.stringify(
            await makeValues(call, held ? readValues(held) : undefined),
          );
        },
      });
    },
  };
}

/** What an earlier run put there; undefined for what people wrote in another form. */
function readValues(text: string): Record<string, string> | undefined {
  try {
    return z.record(z.string(), z.string()).safeParse(JSON.parse(text)).data;
  } catch {
    // No JSON: nothing of an earlier run.
    return undefined;
  }
}

/**
 * A secret of the vault. Its reference holds no value.
 *
 * @param options - `makeValue` may change the upstream: it runs only if the vault lacks the secret. With
 *   `value`, a secret of another value is given this one.
 */
export function createKeyVaultSecretResource(options: {
  vault: AzureKeyVault;
  name: string;
  keys: string[];
  environment?: Environment;
  owner: { app: string; task?: string };
  contentType?: string;
  /** Makes a value although the vault has one. */
  replaces?: boolean;
  makeValue(call: EnsureCall): Promise<string> | string;
  value?: string;
}): EnsuredResource<FoundSecret, { reference: SecretReference }> {
  const { vault, name, owner, environment, contentType, value } = options;
  const reference: SecretReference = {
    sink: 'azure-key-vault',
    name,
    keys: options.keys,
  };
  return {
    key: toKey(name),
    title: `secret ${name} of the vault`,
    ledger: { type: 'key-vault-secret', environment },
    async read(call) {
      const secret = await vault.get(name, call);
      const isOutdated =
        value !== undefined &&
        secret?.isDeleted === false &&
        (await vault.getValue(name, call)) !== value;
      return { secret, ...(isOutdated && { isOutdated }) };
    },
    plan({ secret, isOutdated }) {
      if (secret?.owner && secret.owner.app !== owner.app) {
        return {
          verb: 'conflict',
          detail: `The secret ${name} of the vault belongs to ${secret.owner.app}. Choose another name.`,
        };
      }
      if (!secret || secret.isDeleted) {
        return {
          verb: 'create',
          detail: secret ? 'was deleted, and comes back anew' : undefined,
        };
      }
      if (!secret.owner) {
        return { verb: 'adopt', detail: 'has no tag', untagged: true };
      }
      return isOutdated || options.replaces
        ? { verb: 'update', detail: 'another value' }
        : { verb: 'nothing', detail: 'the vault has it' };
    },
    async apply({ secret, isOutdated }, call) {
      if (!secret || secret.isDeleted || isOutdated || options.replaces) {
        const made = value ?? (await options.makeValue(call));
        await vault.set(name, { value: made, owner, contentType }, call);
      } else if (!secret.owner) {
        await vault.setOwner(name, owner, call);
      }
      return { reference };
    },
    refer: () => ({ reference }),
    locate: () => vault.toUrl(name),
    remember: () => ({ name }),
  };
}

/** Deletes a secret; the vault can bring it back for as long as its own rules say. */
export function createKeyVaultSecretRemover(vault: AzureKeyVault): Remover {
  return {
    nameOf: toName,
    async inspect(entry, call) {
      const secret = await vault.get(toName(entry), call);
      return { exists: secret?.isDeleted === false };
    },
    remove: (entry, call) => vault.delete(toName(entry), call),
  };
}

const keyPrefix = 'azure-key-vault/';

function toKey(name: string): string {
  return keyPrefix + name;
}

function toName({ key }: { key: string }): string {
  return key.slice(keyPrefix.length);
}
