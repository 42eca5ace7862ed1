import { KubeConfig } from '@kubernetes/client-node';
import { TestFacades } from '../../../testing/startTestFacades';

/** How a client reaches the sandbox's cluster prod2, as the portal does. */
export function toProd2Config(
  facades: TestFacades,
  token = 'sandbox-prod2-token',
): KubeConfig {
  const config = new KubeConfig();
  config.loadFromClusterAndUser(
    {
      name: 'prod2',
      server: facades.context.urls['kubernetes-prod'],
      // The client refuses plain HTTP otherwise.
      skipTLSVerify: true,
    },
    { name: 'portal', token },
  );
  return config;
}

/** A Deployment of two pods in the namespace `essai`. */
export const toDeployment = (image = 'example.org/essai:v1') => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'app', namespace: 'essai', labels: { owner: 'essai' } },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: 'essai' } },
    template: {
      metadata: { labels: { app: 'essai' } },
      spec: { containers: [{ name: 'app', image }] },
    },
  },
});
