import { LedgerEntry } from '@socialgouv/backstage-plugin-fabrique-common';
import { ClusterObjects } from '@socialgouv/backstage-plugin-fabrique-node';
import { createObjectRemover } from './createObjectRemover';

const entry = { key: 'kubernetes/prod//Namespace/mon-app' } as LedgerEntry;

/** A cluster with one namespace, in which nothing runs. */
const createClusters = (deletionTimestamp?: string) =>
  ({
    read: async () => ({ metadata: { name: 'mon-app', deletionTimestamp } }),
    listNames: async () => [],
  } as Partial<ClusterObjects> as ClusterObjects);

describe('createObjectRemover', () => {
  it('takes for gone what Kubernetes is about to delete, which takes a namespace a while', async () => {
    const terminating = createClusters('2026-11-26T10:00:00Z');
    expect(
      await createObjectRemover(terminating).inspect(entry, { log: () => {} }),
    ).toEqual({ exists: false });
    expect(
      await createObjectRemover(createClusters()).inspect(entry, {
        log: () => {},
      }),
    ).toEqual({ exists: true });
  });
});
