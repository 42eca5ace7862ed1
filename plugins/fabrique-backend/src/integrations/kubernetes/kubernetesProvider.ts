import {
  Environment,
  kubernetesAnnotation,
  KubernetesView,
  toKubernetesVerdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  isUpstreamError,
  KubernetesClient,
  KubernetesKind,
  KubernetesObjects,
  readKubernetesConfig,
  readLinkAnnotation,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { createProviderFactory } from '../ProviderFactory';
import { toKubernetesView } from './toKubernetesView';

type KubernetesTarget = {
  labelSelector: string;
  environment: Environment;
  cluster: string;
};

/** How the cluster of an environment answers for an entity. */
export const kubernetesProvider = createProviderFactory<
  'kubernetes',
  KubernetesTarget
>(({ config, thresholds, tuning }) => {
  const kubernetes = readKubernetesConfig(config);
  if (!kubernetes) return undefined;
  const clusters = new Map(
    kubernetes.clusters.map(({ cluster, environments, links }) => [
      cluster.name,
      { client: KubernetesClient.create(cluster, tuning), environments, links },
    ]),
  );
  const clusterOf = (environment: Environment) =>
    kubernetes.clusters.find(({ environments }) =>
      environments.includes(environment),
    )?.cluster.name;

  return {
    id: 'kubernetes',
    annotation: kubernetesAnnotation,
    freshForMs: 15_000,
    fleetTargetsPerMinute: 60,

    toTarget(entity, environment) {
      const labelSelector = readLinkAnnotation(
        entity,
        kubernetesAnnotation,
        environment,
      );
      const cluster = clusterOf(environment) ?? '';
      return labelSelector
        ? { labelSelector, environment, cluster }
        : undefined;
    },

    describe: ({ labelSelector }) => ({ title: labelSelector }),

    async load({ labelSelector, environment, cluster }, options) {
      const known = clusters.get(cluster);
      if (!known) return createEmptyView(labelSelector);
      const { objects, unreadable } = await readObjects(
        known.client,
        { cluster, labelSelector },
        options,
      );
      return toKubernetesView({
        labelSelector,
        cluster,
        environment,
        candidates: known.environments,
        objects,
        unreadable,
        links: known.links,
        now: new Date(),
      });
    },

    toVerdict: (view, now) =>
      toKubernetesVerdict(view, thresholds.kubernetes, now),
  };
});

/** Kinds that are listed below. */
const kindCount = 6;

/** Lists each kind; one that is forbidden hides none of the others, unless all are. */
async function readObjects(
  client: KubernetesClient,
  query: { cluster: string; labelSelector: string },
  options: { signal: AbortSignal },
) {
  const unreadable: KubernetesView['unreadable'] = [];
  const list = async <Kind extends KubernetesKind>(
    kind: Kind,
  ): Promise<KubernetesObjects[Kind][]> => {
    try {
      return await client.list(kind, query.labelSelector, options);
    } catch (error) {
      if (!isUpstreamError(error) || error.kind !== 'forbidden') throw error;
      const message = error.detail ?? error.message;
      unreadable.push({ cluster: query.cluster, kind, message });
      if (unreadable.length === kindCount) throw error;
      return [];
    }
  };
  const [Deployment, StatefulSet, Pod, CronJob, Job, Ingress] =
    await Promise.all([
      list('Deployment'),
      list('StatefulSet'),
      list('Pod'),
      list('CronJob'),
      list('Job'),
      list('Ingress'),
    ]);
  const objects = { Deployment, StatefulSet, Pod, CronJob, Job, Ingress };
  return { objects, unreadable };
}

/** An environment for which the portal has no cluster runs nothing that the portal could see. */
function createEmptyView(labelSelector: string): KubernetesView {
  return {
    labelSelector,
    clusters: [],
    workloads: [],
    failingPods: [],
    cronJobs: [],
    hosts: [],
    unreadable: [],
    links: [],
  };
}
