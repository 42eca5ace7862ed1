import type {
  KubeConfig,
  KubernetesObjectApi,
  ObservableMiddleware,
} from '@kubernetes/client-node';
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

/** Ends the calls of the SDK with a signal. */
export function toSignalMiddleware(
  sdk: Sdk,
  signal: AbortSignal,
): ObservableMiddleware {
  return {
    pre: request => {
      request.setSignal(signal);
      return new sdk.Observable(Promise.resolve(request));
    },
    post: response => new sdk.Observable(Promise.resolve(response)),
  };
}

/** Gives the API of objects whose calls end with a signal. */
export type ObjectApi = (signal: AbortSignal) => KubernetesObjectApi;

/** Objects of every kind that a cluster knows, by their own words. */
export function createObjectApi(cluster: KubernetesCluster): ObjectApi {
  const sdk = loadKubernetesSdk();
  const kubeConfig = createKubeConfig(sdk, cluster);
  // The SDK's methods take no signal here, unlike those of single kinds.
  class CancellableApi extends sdk.KubernetesObjectApi {
    /** The same, with all that it knows of the cluster. */
    withSignal(signal: AbortSignal): KubernetesObjectApi {
      const api = new CancellableApi({
        ...this.configuration,
        middleware: [
          ...this.configuration.middleware,
          toSignalMiddleware(sdk, signal),
        ],
      });
      api.apiVersionResourceCache = this.apiVersionResourceCache;
      api.setDefaultNamespace(kubeConfig);
      return api;
    }
  }
  const all = kubeConfig.makeApiClient(CancellableApi);
  return signal => all.withSignal(signal);
}
