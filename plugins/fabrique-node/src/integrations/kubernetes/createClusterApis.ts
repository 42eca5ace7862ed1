import type {
  AppsV1Api,
  BatchV1Api,
  CoreV1Api,
  NetworkingV1Api,
  ObservableMiddleware,
} from '@kubernetes/client-node';
import { KubernetesCluster } from './config';
import {
  createKubeConfig,
  loadKubernetesSdk,
  toSignalMiddleware,
} from './createObjectApi';

/** What the suite asks of a cluster. */
export interface ClusterApis {
  apps: AppsV1Api;
  batch: BatchV1Api;
  core: CoreV1Api;
  networking: NetworkingV1Api;
  /** Options of a call that ends with `signal`. */
  withSignal(signal: AbortSignal): {
    middleware: ObservableMiddleware[];
    middlewareMergeStrategy: 'append';
  };
}

/** Connects to a cluster as the core Kubernetes backend does. */
export function createClusterApis(cluster: KubernetesCluster): ClusterApis {
  const sdk = loadKubernetesSdk();
  const kubeConfig = createKubeConfig(sdk, cluster);
  return {
    apps: kubeConfig.makeApiClient(sdk.AppsV1Api),
    batch: kubeConfig.makeApiClient(sdk.BatchV1Api),
    core: kubeConfig.makeApiClient(sdk.CoreV1Api),
    networking: kubeConfig.makeApiClient(sdk.NetworkingV1Api),
    withSignal: signal => ({
      middleware: [toSignalMiddleware(sdk, signal)],
      middlewareMergeStrategy: 'append',
    }),
  };
}
