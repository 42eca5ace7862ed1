import {
  Environment,
  kubernetesAnnotation,
  kubernetesIdAnnotation,
  kubernetesNamespaceAnnotation,
  toKubernetesVerdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  KubernetesClient,
  readKubernetesConfig,
  readLinkAnnotation,
  UpstreamError,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { computeEntityNames } from '../../names/computeEntityNames';
import { createProviderFactory } from '../ProviderFactory';
import { listObjects } from './listObjects';
import {
  findKubernetesView,
  KubernetesAnswer,
  toKubernetesAnswer,
} from './toKubernetesAnswer';

type KubernetesTarget = {
  labelSelector: string;
  /** Undefined where the portal has no cluster for the environment. */
  cluster?: string;
  namespace?: string;
  /** By a naming rule: that nothing is there means that the entity is not linked. */
  isDerived?: true;
};

/** How the cluster of an environment answers for an entity: once for all that run in that cluster. */
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
    scope: 'branch',
    freshForMs: 15_000,
    fleetTargetsPerMinute: 60,

    toTarget(entity, environment) {
      const [selector, id, namespace] = [
        kubernetesAnnotation,
        kubernetesIdAnnotation,
        kubernetesNamespaceAnnotation,
      ].map(annotation => readLinkAnnotation(entity, annotation, environment));
      const labelSelector =
        selector ?? (id && `backstage.io/kubernetes-id=${id}`);
      return labelSelector
        ? { labelSelector, cluster: clusterOf(environment), namespace }
        : undefined;
    },

    deriveTarget(entity, environment) {
      const names = computeEntityNames(entity, config);
      const cluster = clusterOf(environment);
      if (!names || !cluster) return undefined;
      const { labelSelector } = names.environments[environment];
      return { labelSelector, cluster, isDerived: true };
    },

    describe: ({ labelSelector }) => ({ title: labelSelector }),

    async load(target, options): Promise<KubernetesAnswer> {
      const { labelSelector, cluster = '', namespace, isDerived } = target;
      const known = clusters.get(cluster);
      if (!known)
        return { places: [], nothing: createEmptyView(labelSelector) };
      const { client, environments, links } = known;
      const listed = await listObjects(
        client,
        {
          cluster,
          labelSelector,
          namespace,
          namespaces: environments.includes('dev') && !namespace,
        },
        options,
      );
      const answer = toKubernetesAnswer({
        ...listed,
        labelSelector,
        cluster,
        candidates: environments,
        links,
        now: new Date(),
      });
      if (isDerived && answer.places.length === 0) {
        throw new UpstreamError(`Nothing in ${cluster} has ${labelSelector}`, {
          kind: 'not-found',
        });
      }
      return answer;
    },

    toView: (answer: KubernetesAnswer, environment, branch) =>
      findKubernetesView(answer, { environment, branch }),

    toReviewBranches: ({ places }: KubernetesAnswer) =>
      places.flatMap(({ branch }) => branch ?? []),

    toVerdict: (view, now) =>
      toKubernetesVerdict(view, thresholds.kubernetes, now),
  };
});

/** An environment for which the portal has no cluster runs nothing that the portal could see. */
function createEmptyView(labelSelector: string) {
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
