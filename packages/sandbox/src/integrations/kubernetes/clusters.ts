/** The clusters of the first generation. */
export type ClusterName = 'dev2' | 'prod2';

/** Bearer token of a cluster's service account. */
export const clusterTokens: Record<ClusterName, string> = {
  dev2: 'sandbox-dev2-token',
  prod2: 'sandbox-prod2-token',
};

/** Which system of the sandbox a cluster is. */
export const clusterUpstreams = {
  dev2: 'kubernetes-dev',
  prod2: 'kubernetes-prod',
} as const satisfies Record<ClusterName, string>;
