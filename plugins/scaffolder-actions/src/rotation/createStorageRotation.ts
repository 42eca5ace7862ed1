import {
  AppNames,
  Environment,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { ConflictError } from '@backstage/errors';
import {
  AzureStorageKeys,
  isOthersTurn,
  RotationTurn,
  StorageKeyName,
  CurrentStorageKey,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { AnyEnsuredResource, EnsureCall, EnsuredResource } from '../ensure';
import { SecretSink } from '../sinks/SecretSink';
import { toTaken } from './toTaken';

/** A change of the key of a storage account, from one of its two to the other. */
export interface StorageRotation {
  keys: AzureStorageKeys;
  names: AppNames;
  account: string;
  /** Those that have a container in the account: each has the key in a secret of its own. */
  environments: Environment[];
  sink: SecretSink;
  workspacePath: string;
  /** The key that is made anew; the other stays. */
  next: StorageKeyName;
  /** This task. */
  turn: RotationTurn;
  /** What the last rotation made is deployed: Azure cannot tell which key is in use. */
  isDeployed: boolean;
}

const toConflict = (account: string, name: StorageKeyName) =>
  `An application may still use ${name} of ${account}, and Azure cannot tell. Deploy the secret of the last rotation, and say so with deployed: true.`;

/** The new key, the secrets with it, and the note that applications have it. */
export function createStorageRotationResources(rotation: StorageRotation): {
  key: AnyEnsuredResource;
  secrets: AnyEnsuredResource[];
  current: AnyEnsuredResource;
} {
  const { keys, names, account, next, turn } = rotation;
  const read = (call: { signal?: AbortSignal }) =>
    keys.readCurrent(account, call);
  const requireTurn = async (
    isOurs: (task?: string) => boolean,
    call: EnsureCall,
  ) => {
    const { task } = await read(call);
    if (!isOurs(task))
      throw new ConflictError(toTaken(`${next} of ${account}`, task));
  };
  const key: EnsuredResource<CurrentStorageKey, string> = {
    key: `azure-blob/${account}/keys/${next}`,
    title: `${next} of ${account}`,
    read,
    plan({ current, pending, wasRotated, task }) {
      if (isOthersTurn(task, turn)) {
        return {
          verb: 'conflict',
          detail: toTaken(`${next} of ${account}`, task),
        };
      }
      if (current === next) return { verb: 'nothing', detail: 'is in use' };
      if (pending === next) {
        return { verb: 'update', detail: 'was made anew, and goes on' };
      }
      return wasRotated && !rotation.isDeployed
        ? { verb: 'conflict', detail: toConflict(account, next) }
        : { verb: 'update', detail: 'made anew' };
    },
    async apply({ pending }, call) {
      await requireTurn(task => !isOthersTurn(task, turn), call);
      await keys.setTask(account, turn.task, call);
      // Azure has no way to write a tag only where it is as it was: somebody else may have written it too.
      await requireTurn(task => task === turn.task, call);
      // Some secret may have it: another one would lock its readers out.
      if (pending === next) return next;
      await keys.regenerate(account, next, call);
      await keys.setPending(account, next, call);
      return next;
    },
    refer: () => next,
  };
  const secrets = rotation.environments.map(environment =>
    rotation.sink.createResource({
      names,
      environment,
      secretName: names.environments[environment].storage.secretName,
      keys: ['azurestorageaccountname', 'azurestorageaccountkey'],
      workspacePath: rotation.workspacePath,
      replaces: true,
      makeValues: async call => ({
        azurestorageaccountname: account,
        azurestorageaccountkey: await keys.get(account, next, call),
      }),
    }),
  );
  const current: EnsuredResource<CurrentStorageKey, string> = {
    key: `azure-blob/${account}/current-key`,
    title: `key of ${account}`,
    read,
    plan: found =>
      found.current === next && found.wasRotated
        ? { verb: 'nothing', detail: next }
        : { verb: 'update', detail: `${found.current} becomes ${next}` },
    async apply(_found, call) {
      await requireTurn(task => task === turn.task, call);
      await keys.setCurrent(account, next, call);
      return next;
    },
    refer: () => next,
  };
  return { key, secrets, current };
}

/** Makes the key of before the last rotation useless. */
export function createKeyRetirementResource(
  rotation: Pick<StorageRotation, 'keys' | 'account' | 'isDeployed'>,
): EnsuredResource<CurrentStorageKey, string> {
  const { keys, account, isDeployed } = rotation;
  const toOld = ({ current }: CurrentStorageKey): StorageKeyName =>
    current === 'key1' ? 'key2' : 'key1';
  return {
    key: `azure-blob/${account}/retired-key`,
    title: `key of ${account} before the last rotation`,
    read: call => keys.readCurrent(account, call),
    plan(found) {
      if (!found.wasRotated) {
        return { verb: 'nothing', detail: 'there was no rotation' };
      }
      return isDeployed
        ? { verb: 'update', detail: `${toOld(found)} opens nothing any more` }
        : { verb: 'conflict', detail: toConflict(account, toOld(found)) };
    },
    async apply(found, call) {
      await keys.regenerate(account, toOld(found), call);
      return toOld(found);
    },
    refer: toOld,
  };
}
