import {
  Environment,
  LedgerEntry,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  KubernetesManifest,
  ClusterObjects,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsureCall } from '../../ensure';
import { Remover } from '../../undo/Remover';
import { apiVersions } from './apiVersions';
import { ObjectReference } from './createObjectResource';

/** What a namespace is not to be removed with unasked. */
const valuable = [
  { apiVersion: 'apps/v1', kind: 'Deployment' },
  { apiVersion: 'apps/v1', kind: 'StatefulSet' },
  { apiVersion: 'batch/v1', kind: 'CronJob' },
  { apiVersion: 'v1', kind: 'PersistentVolumeClaim' },
];

/** Removes an object of a cluster; a namespace in which something runs holds data. */
export function createObjectRemover(kubernetes: ClusterObjects): Remover {
  return {
    nameOf: ({ key }) => key.slice(key.lastIndexOf('/') + 1),
    async inspect(entry, call) {
      const { environment, manifest } = toManifest(entry);
      const present = await kubernetes.read(environment, manifest, call);
      // One with a deletion timestamp is on its way.
      if (!present || present.metadata?.deletionTimestamp) {
        return { exists: false };
      }
      const held =
        manifest.kind === 'Namespace'
          ? await listValuable(kubernetes, environment, manifest, call)
          : [];
      return {
        exists: true,
        ...(held.length > 0 && { data: held.join(', ') }),
      };
    },
    async remove(entry, call) {
      const { environment, manifest } = toManifest(entry);
      await kubernetes.delete(environment, manifest, call);
    },
  };
}

async function listValuable(
  kubernetes: ClusterObjects,
  environment: Environment,
  { metadata }: KubernetesManifest,
  call: EnsureCall,
): Promise<string[]> {
  const lists = await Promise.all(
    valuable.map(async type => {
      const names = await kubernetes.listNames(
        environment,
        type,
        metadata.name,
        call,
      );
      return names.map(name => `${type.kind} ${name}`);
    }),
  );
  return lists.flat();
}

/** A task that was killed before it wrote the reference down has the key alone. */
function toManifest({ key, reference }: LedgerEntry): {
  environment: Environment;
  manifest: KubernetesManifest;
} {
  const [, environment, namespace, kind, name] = key.split('/');
  const { apiVersion } = (reference as ObjectReference | undefined) ?? {};
  return {
    environment: environment as Environment,
    manifest: {
      apiVersion: apiVersion ?? apiVersions[kind] ?? 'v1',
      kind,
      metadata: { name, ...(namespace && { namespace }) },
    },
  };
}
