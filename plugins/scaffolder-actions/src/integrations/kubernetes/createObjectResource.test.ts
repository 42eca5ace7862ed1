import { ClusterObjects } from '@socialgouv/backstage-plugin-fabrique-node';
import { createObjectResource } from './createObjectResource';

describe('createObjectResource', () => {
  it('does not apply to what Kubernetes is about to delete', () => {
    const metadata = { name: 'mon-app' };
    const header = { apiVersion: 'v1', kind: 'Namespace' };
    const { plan } = createObjectResource({} as ClusterObjects, {
      environment: 'prod',
      owner: { app: 'SocialGouv/mon-app' },
      manifest: { ...header, metadata },
      type: 'kubernetes-namespace',
    });
    const deletionTimestamp = '2026-11-26T10:00:00Z';
    expect(
      plan({
        present: { ...header, metadata: { ...metadata, deletionTimestamp } },
      }),
    ).toEqual({
      verb: 'conflict',
      detail:
        'Kubernetes is about to delete the Namespace mon-app (prod). Wait until it is gone, then run the task again.',
    });
  });
});
