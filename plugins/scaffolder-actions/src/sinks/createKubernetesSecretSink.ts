import { InputError } from '@backstage/errors';
import {
  fromOwnershipTags,
  KubernetesManifest,
  ClusterObjects,
  KubernetesState,
  toOwnershipTags,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsuredResource } from '../ensure';
import { ObjectReference } from '../integrations/kubernetes/createObjectResource';
import { SecretReference, SecretSink, SecretWish } from './SecretSink';

/**
 * Puts secrets straight into the namespace of the application, for what is not deployed from a
 * repository. A Secret that has all keys keeps them.
 *
 * @public
 */
export function createKubernetesSecretSink(
  kubernetes: ClusterObjects,
): SecretSink {
  return {
    createResource: wish => createKubernetesSecretResource(kubernetes, wish),
  };
}

function createKubernetesSecretResource(
  kubernetes: ClusterObjects,
  wish: SecretWish,
): EnsuredResource<
  { present?: KubernetesState },
  { reference: SecretReference }
> {
  const { names, environment, secretName, keys } = wish;
  const { namespace } = names.environments[environment];
  if (!namespace) {
    throw new InputError(
      `The namespace of ${environment} is known only once GitLab has deployed ${names.name}: keep the secret in a sealed-secret.`,
    );
  }
  const owner = { app: names.repository };
  const manifest: KubernetesManifest = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: secretName,
      namespace,
      annotations: toOwnershipTags(owner),
    },
    type: 'Opaque',
  };
  const name = `${namespace}/${secretName}`;
  const reference: SecretReference = { sink: 'kubernetes-secret', name, keys };
  const title = `Secret ${name} of ${environment}`;
  return {
    key: `kubernetes/${environment}/${namespace}/Secret/${secretName}`,
    title,
    ledger: { type: 'kubernetes-secret', environment },
    read: async call => ({
      present: await kubernetes.read(environment, manifest, call),
    }),
    plan({ present }) {
      if (!present) return { verb: 'create', detail: keys.join(', ') };
      const holder = fromOwnershipTags(present.metadata.annotations ?? {});
      if (holder && holder.app !== owner.app) {
        return {
          verb: 'conflict',
          detail: `The ${title} belongs to ${holder.app}. Choose another name.`,
        };
      }
      const missing = wish.replaces
        ? keys
        : keys.filter(key => !(key in toData(present)));
      return {
        verb: missing.length > 0 ? 'update' : 'nothing',
        detail: missing.join(', ') || 'has all keys',
        ...(!holder && { untagged: true }),
      };
    },
    async apply({ present }, call) {
      const held = wish.replaces && present && toValues(present);
      const values = await wish.makeValues(call, held || undefined);
      const data = Object.fromEntries(
        Object.entries(values).map(([key, value]) => [
          key,
          Buffer.from(value).toString('base64'),
        ]),
      );
      await kubernetes.apply(environment, { ...manifest, data }, call);
      return { reference };
    },
    refer: () => ({ reference }),
    remember: (): ObjectReference => ({
      environment,
      apiVersion: 'v1',
      kind: 'Secret',
      name: secretName,
      namespace,
    }),
  };
}

/** The values that a Secret holds: for a rotation, and for nobody else. */
function toValues(present: KubernetesState): Record<string, string> {
  return Object.fromEntries(
    Object.entries(toData(present)).map(([key, value]) => [
      key,
      Buffer.from(String(value), 'base64').toString('utf8'),
    ]),
  );
}

function toData({ data }: KubernetesState): object {
  return typeof data === 'object' && data !== null ? data : {};
}
