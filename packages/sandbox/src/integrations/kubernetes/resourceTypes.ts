/** One kind that the API server knows. */
export interface ResourceType {
  /** Empty for the core group. */
  group: string;
  version: string;
  kind: string;
  plural: string;
  shortNames?: string[];
  namespaced: boolean;
  /** `derived` objects are made by the controllers and cannot be written. */
  source: 'stored' | 'derived';
}

const namespaced = (
  group: string,
  version: string,
  kind: string,
  plural: string,
  source: ResourceType['source'] = 'stored',
): ResourceType => ({ group, version, kind, plural, namespaced: true, source });

/** Every kind of the sandbox's clusters. `metrics.k8s.io` is absent, as on a cluster without metrics-server. */
export const resourceTypes: readonly ResourceType[] = [
  {
    group: '',
    version: 'v1',
    kind: 'Namespace',
    plural: 'namespaces',
    shortNames: ['ns'],
    namespaced: false,
    source: 'stored',
  },
  namespaced('', 'v1', 'Pod', 'pods', 'derived'),
  namespaced('', 'v1', 'Event', 'events', 'derived'),
  namespaced('', 'v1', 'Service', 'services'),
  namespaced('', 'v1', 'ConfigMap', 'configmaps'),
  namespaced('', 'v1', 'Secret', 'secrets'),
  namespaced('', 'v1', 'ServiceAccount', 'serviceaccounts'),
  namespaced('', 'v1', 'LimitRange', 'limitranges'),
  namespaced('', 'v1', 'ResourceQuota', 'resourcequotas'),
  namespaced('', 'v1', 'PersistentVolumeClaim', 'persistentvolumeclaims'),
  namespaced('apps', 'v1', 'Deployment', 'deployments'),
  namespaced('apps', 'v1', 'ReplicaSet', 'replicasets', 'derived'),
  namespaced('apps', 'v1', 'StatefulSet', 'statefulsets'),
  namespaced('apps', 'v1', 'DaemonSet', 'daemonsets'),
  namespaced(
    'autoscaling',
    'v2',
    'HorizontalPodAutoscaler',
    'horizontalpodautoscalers',
  ),
  namespaced('batch', 'v1', 'Job', 'jobs'),
  namespaced('batch', 'v1', 'CronJob', 'cronjobs'),
  namespaced('networking.k8s.io', 'v1', 'Ingress', 'ingresses'),
  namespaced('networking.k8s.io', 'v1', 'NetworkPolicy', 'networkpolicies'),
  namespaced('bitnami.com', 'v1alpha1', 'SealedSecret', 'sealedsecrets'),
];

/** `apps/v1`, or `v1` for the core group. */
export function toApiVersion({ group, version }: ResourceType): string {
  return group ? `${group}/${version}` : version;
}

/** `deployments.apps`, or `pods`: how messages of the API server name a kind. */
export function toQualifiedName({ group, plural }: ResourceType): string {
  return group ? `${plural}.${group}` : plural;
}

/** The kind with this plural; the table has it, or the caller is wrong. */
export function getResourceType(plural: string): ResourceType {
  const type = resourceTypes.find(each => each.plural === plural);
  if (!type) throw new Error(`No such resource: ${plural}`);
  return type;
}

/** The kind of an object, by its own words. */
export function findResourceType(
  apiVersion: string,
  kind: string,
): ResourceType | undefined {
  return resourceTypes.find(
    type => toApiVersion(type) === apiVersion && type.kind === kind,
  );
}
