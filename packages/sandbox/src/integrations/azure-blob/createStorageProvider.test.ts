import { MonitorClient } from '@azure/arm-monitor';
import { StorageManagementClient } from '@azure/arm-storage';
import {
  BlobServiceClient,
  StorageSharedKeyCredential,
} from '@azure/storage-blob';
import { identity, toResourceId } from '../../azure/identity';
import { connectToArm } from '../../azure/__testUtils__/connectToArm';
import { TestSandbox, startTestSandbox } from '../../testing/startTestSandbox';

jest.setTimeout(60_000);

const group = identity.resourceGroup;

describe('the storage accounts of the sandbox', () => {
  let sandbox: TestSandbox;

  beforeAll(async () => {
    sandbox = await startTestSandbox(['postgres', 'blob', 'azure']);
  });
  afterAll(() => sandbox.remove());

  const storage = () =>
    connectToArm<StorageManagementClient>(sandbox, StorageManagementClient);
  const listContainers = async (account: string) => {
    const found: [string, string | undefined][] = [];
    for await (const { name, publicAccess } of storage().blobContainers.list(
      group,
      account,
    ))
      found.push([name!, publicAccess]);
    return found;
  };
  const readMetrics = async (
    account: string,
    options: Parameters<MonitorClient['metrics']['list']>[1],
  ) => {
    const { value } = await connectToArm<MonitorClient>(
      sandbox,
      MonitorClient,
    ).metrics.list(
      toResourceId(
        `Microsoft.Storage/storageAccounts/${account}/blobServices/default`,
      ).slice(1),
      { interval: 'PT1H', ...options },
    );
    return Object.fromEntries(
      value.flatMap(({ name, timeseries }) =>
        timeseries.map(({ metadatavalues, data = [] }) => [
          [name.value, metadatavalues?.[0]?.value].filter(Boolean).join(' '),
          data.reduce(
            (sum, { total = 0, average = 0 }) => sum + total + average,
            0,
          ),
        ]),
      ),
    );
  };

  it('has an account of each application, private unless its story says otherwise', async () => {
    expect(await listContainers('domifaprod')).toEqual([
      ['domifa-prod', 'None'],
    ]);
    expect(await listContainers('domifadev')).toEqual([
      ['domifa-dev', 'None'],
      ['domifa-preprod', 'None'],
    ]);
    expect(await listContainers('egaproprod')).toEqual([
      ['egapro-prod', 'None'],
      ['medias', 'Blob'],
    ]);
    expect(await listContainers('dashlordprod')).toEqual([
      ['dashlord-prod', 'None'],
      ['exports', 'Container'],
    ]);
    const service = (account: string) =>
      storage().blobServices.getServiceProperties(group, account);
    expect(await service('domifaprod')).toMatchObject({
      deleteRetentionPolicy: { enabled: true, days: 30 },
      cors: { corsRules: [expect.anything()] },
    });
    expect(await service('secretariatprod')).toMatchObject({
      deleteRetentionPolicy: { enabled: false },
    });
  });

  it('has lifecycle rules in production, and says when there are none', async () => {
    const policies = storage().managementPolicies;
    const { policy } = await policies.get(group, 'domifaprod', 'default');
    expect(policy?.rules.map(({ name }) => name)).toEqual(['purge-exports']);
    await expect(
      policies.get(group, 'domifadev', 'default'),
    ).rejects.toMatchObject({
      statusCode: 404,
      code: 'ManagementPolicyNotFound',
    });
  });

  it('counts the requests of a day by the way in which they are signed', async () => {
    // A working day, so that the hours are busy ones.
    const timespan = '2026-11-17T09:00:00Z/2026-11-18T09:00:00Z';
    const bySignature = {
      metricnames: 'Transactions',
      aggregation: 'Total',
      filter: "Authentication eq '*'",
      timespan,
    };
    const { 'Transactions AccountKey': withKey, ...others } = await readMetrics(
      'domifaprod',
      bySignature,
    );
    expect(withKey).toBe(0);
    expect(others['Transactions OAuth']).toBeGreaterThan(100);
    const ill = await readMetrics('medleprod', bySignature);
    expect(ill['Transactions AccountKey']).toBeGreaterThan(10);
  });

  it('measures and lists what is really there once an account is used', async () => {
    const account = 'domifadev';
    const sizes = {
      metricnames: 'BlobCapacity,BlobCount,ContainerCount',
      aggregation: 'Average',
      timespan: `${new Date(
        Date.now() - 1,
      ).toISOString()}/${new Date().toISOString()}`,
    };
    const before = await readMetrics(account, sizes);
    const { keys } = await storage().storageAccounts.listKeys(group, account);
    const blobs = new BlobServiceClient(
      `${sandbox.urls.blob}/${account}`,
      new StorageSharedKeyCredential(account, keys![0].value!),
    );
    const container = blobs.getContainerClient('domifa-dev');
    await container.getBlockBlobClient('note.txt').upload('bonjour', 7);
    await blobs.createContainer('brouillons');

    expect(await listContainers(account)).toEqual([
      ['brouillons', 'None'],
      ['domifa-dev', 'None'],
      ['domifa-preprod', 'None'],
    ]);
    expect(
      (await storage().blobContainers.get(group, account, 'domifa-dev')).name,
    ).toBe('domifa-dev');
    const after = await readMetrics(account, sizes);
    const change = (name: string) => after[name] - before[name];
    expect([
      change('BlobCapacity'),
      change('BlobCount'),
      change('ContainerCount'),
    ]).toEqual([7, 1, 1]);
    const end = Math.ceil(Date.now() / 3_600_000) * 3_600_000;
    const requests = await readMetrics(account, {
      metricnames: 'Transactions',
      aggregation: 'Total',
      filter: "Authentication eq '*'",
      timespan: `${new Date(end - 7_200_000).toISOString()}/${new Date(
        end,
      ).toISOString()}`,
    });
    expect(requests['Transactions AccountKey']).toBeGreaterThanOrEqual(2);
  });
});
