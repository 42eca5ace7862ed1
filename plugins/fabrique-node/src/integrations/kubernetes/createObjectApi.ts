import type { KubeConfig, KubernetesObjectApi } from '@kubernetes/client-node';
import { KubernetesCluster } from './config';

type Sdk = typeof import('@kubernetes/client-node');

/**
 * Loads the SDK, which takes 0.7 s and 75 MB: for the first question, not when the portal starts.
 */
export function loadKubernetesSdk(): Sdk {
  // `require`, as tests cannot import modules later without a flag of Node.
  return require('@kubernetes/client-node');
}

/** Reaches a cluster as the core Kubernetes backend does. */
export function createKubeConfig(
  sdk: Sdk,
  cluster: KubernetesCluster,
): KubeConfig {
  const kubeConfig = new sdk.KubeConfig();
  if (cluster.token) {
    kubeConfig.loadFromClusterAndUser(
      {
        name: cluster.name,
        server: cluster.url,
        caData: cluster.caData,
        caFile: cluster.caFile,
        // The SDK wants it said that plain HTTP, which the core backend takes too, has no certificate.
        skipTLSVerify:
          cluster.skipTLSVerify || cluster.url.startsWith('http://'),
      },
      { name: 'portal', token: cluster.token },
    );
  } else {
    kubeConfig.loadFromCluster();
  }
  return kubeConfig;
}

/** Objects of every kind that a cluster knows, by their own words. */
export function createObjectApi(
  cluster: KubernetesCluster,
): KubernetesObjectApi {
  const sdk = loadKubernetesSdk();
  return sdk.KubernetesObjectApi.makeApiClient(createKubeConfig(sdk, cluster));
}
