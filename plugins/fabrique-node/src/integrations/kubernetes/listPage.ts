import { ClusterApis } from './createClusterApis';
import { KubernetesKind } from './schema';

/** One page of a list. */
export interface ListQuery {
  labelSelector: string;
  /** All namespaces without one. */
  namespace?: string;
  limit: number;
  _continue?: string;
}

type Options = ReturnType<ClusterApis['withSignal']>;
type ListAll = (
  apis: ClusterApis,
  query: Omit<ListQuery, 'namespace'>,
  options: Options,
) => Promise<unknown>;
type ListOne = (
  apis: ClusterApis,
  query: ListQuery & { namespace: string },
  options: Options,
) => Promise<unknown>;

/** By kind: in all namespaces, and in one. A namespace itself is in none. */
const lists: { [Kind in KubernetesKind]: [ListAll, ListOne?] } = {
  Deployment: [
    ({ apps }, ...call) => apps.listDeploymentForAllNamespaces(...call),
    ({ apps }, ...call) => apps.listNamespacedDeployment(...call),
  ],
  StatefulSet: [
    ({ apps }, ...call) => apps.listStatefulSetForAllNamespaces(...call),
    ({ apps }, ...call) => apps.listNamespacedStatefulSet(...call),
  ],
  Pod: [
    ({ core }, ...call) => core.listPodForAllNamespaces(...call),
    ({ core }, ...call) => core.listNamespacedPod(...call),
  ],
  CronJob: [
    ({ batch }, ...call) => batch.listCronJobForAllNamespaces(...call),
    ({ batch }, ...call) => batch.listNamespacedCronJob(...call),
  ],
  Job: [
    ({ batch }, ...call) => batch.listJobForAllNamespaces(...call),
    ({ batch }, ...call) => batch.listNamespacedJob(...call),
  ],
  Ingress: [
    ({ networking }, ...call) =>
      networking.listIngressForAllNamespaces(...call),
    ({ networking }, ...call) => networking.listNamespacedIngress(...call),
  ],
  Namespace: [({ core }, ...call) => core.listNamespace(...call)],
};

/** Asks for one page of a list; in all namespaces, which few accounts may do, only where none is given. */
export function listPage(
  apis: ClusterApis,
  kind: KubernetesKind,
  query: ListQuery,
  options: Options,
): Promise<unknown> {
  const [listAll, listOne] = lists[kind];
  const { namespace } = query;
  return namespace && listOne
    ? listOne(apis, { ...query, namespace }, options)
    : listAll(apis, query, options);
}
