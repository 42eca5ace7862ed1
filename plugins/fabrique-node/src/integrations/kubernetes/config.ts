import { Config } from '@backstage/config';
import { Environment } from '@socialgouv/backstage-plugin-fabrique-common';

/**
 * How a cluster is reached, from the core `kubernetes` block.
 *
 * @public
 */
export interface KubernetesCluster {
  name: string;
  url: string;
  /** Without one, the portal uses the service account of the pod that it runs in. */
  token?: string;
  caData?: string;
  caFile?: string;
  skipTLSVerify: boolean;
}

/**
 * Addresses of other tools for what runs in a cluster, with the placeholders `{namespace}`, and for
 * `workload` also `{kind}` (`deployment`) and `{name}`.
 *
 * @public
 */
export interface KubernetesLinkTemplates {
  rancher?: string;
  'grafana-pods'?: string;
  'grafana-workloads'?: string;
  logs?: string;
  workload?: string;
}

/**
 * Which cluster holds which environment, from `fabrique.kubernetes`.
 *
 * @public
 */
export interface KubernetesConfig {
  /** Environments of each cluster: development and preproduction may share one. */
  clusters: {
    cluster: KubernetesCluster;
    environments: Environment[];
    links: KubernetesLinkTemplates;
  }[];
}

const environmentNames: Environment[] = ['dev', 'preprod', 'prod'];

/**
 * Reads `fabrique.kubernetes`, and the clusters that it names from `kubernetes.clusterLocatorMethods`.
 *
 * @returns undefined when the portal is not connected to Kubernetes.
 * @throws Error naming the full key, if a cluster is not there or has no address.
 *
 * @public
 */
export function readKubernetesConfig(
  root: Config,
): KubernetesConfig | undefined {
  const config = root.getOptionalConfig('fabrique.kubernetes.clusters');
  if (!config) return undefined;
  const known = readCoreClusters(root);
  // The names of the clusters serve other purposes too, in a portal that is connected to none.
  if (known.size === 0) return undefined;
  const environments = new Map<string, Environment[]>();
  for (const environment of environmentNames) {
    const name = config.getOptionalString(environment);
    if (!name) continue;
    if (!known.has(name)) {
      throw new Error(
        `fabrique.kubernetes.clusters.${environment} is '${name}', which kubernetes.clusterLocatorMethods of type config do not have`,
      );
    }
    environments.set(name, [...(environments.get(name) ?? []), environment]);
  }
  return {
    clusters: [...environments].map(([name, ofCluster]) => ({
      cluster: known.get(name)!,
      environments: ofCluster,
      links: readLinks(root, name),
    })),
  };
}

function readCoreClusters(root: Config): Map<string, KubernetesCluster> {
  const clusters = (
    root.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? []
  )
    .filter(method => method.getString('type') === 'config')
    .flatMap(method => method.getOptionalConfigArray('clusters') ?? [])
    .map(cluster => ({
      name: cluster.getString('name'),
      url: cluster.getString('url'),
      token: cluster.getOptionalString('serviceAccountToken'),
      caData: cluster.getOptionalString('caData'),
      caFile: cluster.getOptionalString('caFile'),
      skipTLSVerify: cluster.getOptionalBoolean('skipTLSVerify') ?? false,
    }));
  return new Map(clusters.map(cluster => [cluster.name, cluster]));
}

function readLinks(root: Config, cluster: string): KubernetesLinkTemplates {
  const links = root.getOptional<Record<string, KubernetesLinkTemplates>>(
    'fabrique.kubernetes.links',
  );
  return links?.[cluster] ?? {};
}
