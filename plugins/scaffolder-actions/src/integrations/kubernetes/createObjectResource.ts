import { Environment } from '@socialgouv/backstage-plugin-fabrique-common';
import {
  fromOwnershipTags,
  KubernetesManifest,
  ClusterObjects,
  KubernetesState,
  Ownership,
  toOwnershipTags,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsuredResource } from '../../ensure';

/** What the ledger keeps of an object, in order to find it again. */
export type ObjectReference = {
  environment: Environment;
  apiVersion: string;
  kind: string;
  name: string;
  namespace?: string;
};

interface FoundObject {
  present?: KubernetesState;
  /** What it would be after the apply; absent where the namespace is not there yet. */
  wanted?: KubernetesState;
}

/** Fields that change with every write. */
const volatile = new Set([
  'managedFields',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'uid',
]);

const isSame = (a: KubernetesState, b: KubernetesState) => {
  const toText = ({ status: _status, ...object }: KubernetesState) =>
    JSON.stringify(object, (key, value) =>
      volatile.has(key) ? undefined : sortKeys(value),
    );
  return toText(a) === toText(b);
};

function sortKeys(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value).sort(([a], [b]) => a.localeCompare(b)),
      )
    : value;
}

/**
 * An object of a cluster, by server-side apply: the fields of the manifest are the portal's, others stay
 * with whoever set them. Its annotations say whose it is.
 *
 * @param wish - `title` is for people; `type` for the ledger
 */
export function createObjectResource(
  kubernetes: ClusterObjects,
  wish: {
    environment: Environment;
    owner: Ownership;
    manifest: KubernetesManifest;
    type: 'kubernetes-object' | 'kubernetes-namespace';
  },
): EnsuredResource<FoundObject, ObjectReference> {
  const { environment, owner, manifest } = wish;
  const { apiVersion, kind, metadata } = manifest;
  const { name, namespace } = metadata;
  const reference: ObjectReference = {
    environment,
    apiVersion,
    kind,
    name,
    ...(namespace && { namespace }),
  };
  /** The task that made it stays named on it. */
  const withOwner = (present?: KubernetesState): KubernetesManifest => {
    const known = fromOwnershipTags(present?.metadata.annotations ?? {});
    const annotations = toOwnershipTags({
      ...owner,
      ...(known?.app === owner.app && { task: known.task }),
    });
    return {
      ...manifest,
      metadata: {
        ...metadata,
        annotations: { ...metadata.annotations, ...annotations },
      },
    };
  };
  const place = namespace ? ` in ${namespace}` : '';
  const title = `${kind} ${name}${place} (${environment})`;
  return {
    key: `kubernetes/${environment}/${namespace ?? ''}/${kind}/${name}`,
    title,
    ledger: { type: wish.type, environment },
    async read(call) {
      const present = await kubernetes.read(environment, manifest, call);
      if (!present) return {};
      return {
        present,
        wanted: await kubernetes.apply(environment, withOwner(present), {
          ...call,
          isDryRun: true,
        }),
      };
    },
    plan({ present, wanted }) {
      if (!present) return { verb: 'create' };
      const holder = fromOwnershipTags(present.metadata.annotations ?? {});
      if (holder && holder.app !== owner.app) {
        return {
          verb: 'conflict',
          detail: `The ${title} belongs to ${holder.app}. Choose another name.`,
        };
      }
      // It would take what is applied, and go all the same.
      if (present.metadata.deletionTimestamp) {
        return {
          verb: 'conflict',
          detail: `Kubernetes is about to delete the ${title}. Wait until it is gone, then run the task again.`,
        };
      }
      const isReady = holder && wanted && isSame(present, wanted);
      return {
        verb: isReady ? 'nothing' : 'update',
        detail: isReady ? 'is as it should be' : 'differs',
        ...(!holder && { untagged: true }),
      };
    },
    async apply({ present }, call) {
      await kubernetes.apply(environment, withOwner(present), call);
      return reference;
    },
    refer: () => reference,
  };
}
