import { Metric } from '../../azure/metrics';
import { toLoad } from '../../fleet/series';
import { BlobFacade } from './createBlobFacade';
import { toUsualRequests } from './seedAccounts';
import { AccountDocument } from './storageState';

const authentications = ['AccountKey', 'SAS', 'OAuth', 'Anonymous'];

/** What is really in an account; nothing where it was never opened. */
async function readReal(blob: BlobFacade, name: string) {
  const total = { sizeBytes: 0, blobCount: 0, containerCount: 0 };
  if (!blob.getAccount(name)) return total;
  await blob.useAccount(name, async client => {
    for await (const container of client.listContainers()) {
      total.containerCount += 1;
      const blobs = client.getContainerClient(container.name).listBlobsFlat();
      for await (const { properties } of blobs) {
        total.blobCount += 1;
        total.sizeBytes += properties.contentLength ?? 0;
      }
    }
  });
  return total;
}

/** The metrics of the blob service of an account: what is really there and what was really asked, beside the seed. */
export async function toAccountMetrics(
  account: AccountDocument,
  blob: BlobFacade,
): Promise<Metric[]> {
  const { name, seed } = account;
  const real = await readReal(blob, name);
  const isOpened = blob.getAccount(name) !== undefined;
  const usual = seed ? toUsualRequests(name) : {};
  const alone = (value: number) => [{ read: () => value }];
  return [
    {
      name: 'BlobCapacity',
      title: 'Blob Capacity',
      unit: 'Bytes',
      finestMinutes: 60,
      series: alone(real.sizeBytes + (seed?.sizeBytes ?? 0)),
    },
    {
      name: 'BlobCount',
      title: 'Blob Count',
      unit: 'Count',
      finestMinutes: 60,
      series: alone(real.blobCount + (seed?.blobCount ?? 0)),
    },
    {
      name: 'ContainerCount',
      title: 'Blob Container Count',
      unit: 'Count',
      finestMinutes: 60,
      series: alone(
        isOpened ? real.containerCount : seed?.containers.length ?? 0,
      ),
    },
    {
      name: 'Transactions',
      title: 'Transactions',
      unit: 'Count',
      dimension: 'Authentication',
      series: authentications.map(authentication => ({
        dimension: authentication,
        read(interval) {
          const seeded = Math.round(
            ((usual[authentication] ?? 0) *
              toLoad(interval.start, name, authentication) *
              interval.lengthMs) /
              3_600_000,
          );
          const count =
            seeded + blob.requests.read(name, authentication, interval);
          // Azure has no measure of an hour without a request.
          return count > 0 ? count : undefined;
        },
      })),
    },
  ];
}
