import { KubernetesView } from '@socialgouv/backstage-plugin-fabrique-common';
import {
  absentFor,
  isUpstreamError,
  KubernetesClient,
  KubernetesNamespace,
  UpstreamError,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { KubernetesObjectLists } from './toKubernetesView';

/** What is listed, and why not more. */
export interface ListedObjects {
  objects: KubernetesObjectLists;
  namespaces: KubernetesNamespace[];
  unreadable: KubernetesView['unreadable'];
}

type ListedKind = keyof KubernetesObjectLists;

const kinds: ListedKind[] = [
  'Deployment',
  'StatefulSet',
  'Pod',
  'CronJob',
  'Job',
  'Ingress',
];

/**
 * Lists each kind once, for all environments of a cluster; one that is forbidden hides none of the
 * others, unless all are.
 *
 * @param query - `namespaces` says whether they are listed too: they name the branches.
 * @throws UpstreamError
 */
export async function listObjects(
  client: KubernetesClient,
  query: {
    cluster: string;
    labelSelector: string;
    namespace?: string;
    namespaces: boolean;
  },
  options: { signal: AbortSignal },
): Promise<ListedObjects> {
  const { cluster, labelSelector, namespace } = query;
  const selected = { labelSelector, namespace };
  const refusals: UpstreamError[] = [];
  const unreadable: KubernetesView['unreadable'] = [];
  const list = async (kind: ListedKind) => {
    try {
      return await client.list(kind, selected, options);
    } catch (error) {
      if (!isUpstreamError(error) || error.kind !== 'forbidden') throw error;
      refusals.push(error);
      const message = error.detail ?? error.message;
      unreadable.push({ cluster, kind, message });
      return [];
    }
  };
  const [namespaces, ...lists] = await Promise.all([
    query.namespaces
      ? absentFor(['forbidden'], client.list('Namespace', selected, options))
      : [],
    ...kinds.map(list),
  ]);
  if (refusals.length === kinds.length) throw refusals[0];
  return {
    objects: Object.fromEntries(
      kinds.map((kind, index) => [kind, lists[index]]),
    ) as unknown as KubernetesObjectLists,
    // Without them the objects' own annotations and labels tell the branch, less well.
    namespaces: namespaces ?? [],
    unreadable,
  };
}
