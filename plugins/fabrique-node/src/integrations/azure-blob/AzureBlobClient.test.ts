import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { testUpstreamFailures } from '../../testUtils';
import {
  azureGroupPath,
  azureSignInHandlers,
  azureUrl,
  createTestAzureConnection,
} from '../../testUtils/azureHandlers';
import { AzureBlobClient } from './AzureBlobClient';

const accountsPath = `${azureGroupPath}/Microsoft.Storage/storageAccounts`;
const account = 'domifaprod';
const accountId = `${accountsPath}/${account}`;
const servicePath = `${accountId}/blobServices/default`;
const policyPath = `${accountId}/managementPolicies/default`;
const metricsPath = `${servicePath}/providers/Microsoft.Insights/metrics`;

const createClient = (secret?: string) =>
  new AzureBlobClient(createTestAzureConnection(secret));

describe('AzureBlobClient', () => {
  const msw = setupServer(...azureSignInHandlers);
  registerMswTestHooks(msw);

  const answer = (path: string, body: object, status = 200) => {
    const asked: Request[] = [];
    msw.use(
      http.get(`${azureUrl}${path}`, ({ request }) => {
        asked.push(request);
        return HttpResponse.json(body, { status });
      }),
    );
    return asked;
  };

  it('reads the accounts, and keeps one of which a field is odd', async () => {
    const asked = answer(accountsPath, {
      value: [
        {
          id: accountId,
          name: account,
          kind: 'StorageV2',
          sku: { name: 'Standard_ZRS', tier: 'Standard' },
          properties: {
            allowBlobPublicAccess: false,
            allowSharedKeyAccess: 'yes',
            primaryEndpoints: { blob: 'not used' },
          },
        },
        { name: 'without its id' },
      ],
    });
    await expect(createClient().listAccounts({})).resolves.toEqual([
      {
        id: accountId,
        name: account,
        sku: { name: 'Standard_ZRS' },
        allowBlobPublicAccess: false,
      },
    ]);
    expect(
      asked.map(({ method, headers }) => [
        method,
        headers.get('authorization'),
      ]),
    ).toEqual([['GET', 'Bearer token-of-azure-secret']]);
    expect(new URL(asked[0].url).search).toMatch(/^\?api-version=20\d\d-/);
  });

  it('reads the settings and every container of an account', async () => {
    answer(servicePath, {
      properties: {
        deleteRetentionPolicy: { enabled: true, days: 30 },
        containerDeleteRetentionPolicy: { enabled: false },
        isVersioningEnabled: true,
        staticWebsite: { enabled: false, indexDocument: 'index.html' },
        cors: {
          corsRules: [
            {
              allowedOrigins: ['https://domifa.example'],
              allowedMethods: ['GET'],
              maxAgeInSeconds: 3600,
              exposedHeaders: [],
              allowedHeaders: [],
            },
          ],
        },
      },
    });
    const asked: string[] = [];
    msw.use(
      http.get(`${azureUrl}${servicePath}/containers`, ({ request }) => {
        const page = new URL(request.url).searchParams.get('page') ?? '1';
        asked.push(page);
        return HttpResponse.json(
          page === '1'
            ? {
                value: [
                  {
                    name: 'usagers',
                    properties: {
                      publicAccess: 'None',
                      lastModifiedTime: '2026-11-20T10:00:00Z',
                    },
                  },
                ],
                nextLink: `${azureUrl}${servicePath}/containers?page=2`,
              }
            : {
                value: [
                  { name: 'medias', properties: { publicAccess: 'Blob' } },
                ],
              },
        );
      }),
    );
    const client = createClient();

    await expect(client.getBlobService(account, {})).resolves.toEqual({
      deleteRetentionPolicy: { enabled: true, days: 30 },
      containerDeleteRetentionPolicy: { enabled: false },
      isVersioningEnabled: true,
      staticWebsite: { enabled: false },
      cors: { corsRules: [{ allowedOrigins: ['https://domifa.example'] }] },
    });
    await expect(client.listContainers(account, {})).resolves.toEqual([
      {
        name: 'usagers',
        publicAccess: 'None',
        lastModifiedTime: '2026-11-20T10:00:00.000Z',
      },
      { name: 'medias', publicAccess: 'Blob' },
    ]);
    expect(asked).toEqual(['1', '2']);
  });

  it('reads lifecycle rules, of which an account may have none', async () => {
    answer(policyPath, {
      properties: {
        policy: {
          rules: [
            {
              name: 'purge',
              enabled: true,
              type: 'Lifecycle',
              definition: {
                actions: {
                  baseBlob: {
                    delete: { daysAfterModificationGreaterThan: 365 },
                  },
                },
                filters: { blobTypes: ['blockBlob'] },
              },
            },
          ],
        },
      },
    });
    const [rule] = await createClient().listLifecycleRules(account, {});
    expect(JSON.parse(JSON.stringify(rule))).toEqual({
      name: 'purge',
      enabled: true,
      definition: {
        actions: {
          baseBlob: { delete: { daysAfterModificationGreaterThan: 365 } },
        },
      },
    });

    answer(policyPath, { error: { code: 'ManagementPolicyNotFound' } }, 404);
    await expect(
      createClient().listLifecycleRules(account, {}),
    ).resolves.toEqual([]);
  });

  it('asks for the size of the account, and for requests by the way in which they sign in', async () => {
    const asked = answer(metricsPath, {
      value: [
        {
          name: { value: 'Transactions' },
          timeseries: [
            {
              metadatavalues: [
                { name: { value: 'authentication' }, value: 'AccountKey' },
              ],
              data: [
                { timeStamp: '2026-11-23T08:00:00Z', total: 12, average: 1 },
              ],
            },
          ],
        },
      ],
    });
    const client = createClient();
    await expect(client.getRequests(accountId, {})).resolves.toEqual([
      {
        metric: 'Transactions',
        dimension: 'AccountKey',
        points: [{ at: '2026-11-23T08:00:00.000Z', value: 12 }],
      },
    ]);
    await client.getCapacity(accountId, {});
    const queries = asked.map(({ url }) => {
      const { timespan, ...query } = Object.fromEntries(
        new URL(url).searchParams,
      );
      const [start, end] = timespan.split('/').map(Date.parse);
      return { ...query, hours: (end - start) / 3_600_000 };
    });
    const common = { 'api-version': '2024-02-01', interval: 'PT1H' };
    expect(queries).toEqual([
      {
        ...common,
        metricnames: 'Transactions',
        aggregation: 'Total',
        $filter: "Authentication eq '*'",
        top: '1000',
        hours: 24,
      },
      {
        ...common,
        metricnames: 'BlobCapacity,BlobCount',
        aggregation: 'Average',
        hours: 48,
      },
    ]);
  });

  it('does without measures where the portal may not read them', async () => {
    answer(metricsPath, { error: { code: 'AuthorizationFailed' } }, 403);
    const client = createClient();
    await expect(client.getRequests(accountId, {})).resolves.toBe(undefined);
    await expect(client.getCapacity(accountId, {})).resolves.toBe(undefined);
  });

  describe('with the list of accounts', () => {
    testUpstreamFailures({
      server: msw,
      baseUrl: azureUrl,
      call: secret => createClient(secret).listAccounts({}),
      // Every resource group has it.
      except: { '404': 'invalid-response' },
    });
  });
  describe.each([
    [
      'the settings',
      (client: AzureBlobClient) => client.getBlobService(account, {}),
    ],
    [
      'the containers',
      (client: AzureBlobClient) => client.listContainers(account, {}),
    ],
  ])('with %s', (_, call) => {
    testUpstreamFailures({
      server: msw,
      baseUrl: azureUrl,
      call: secret => call(createClient(secret)),
    });
  });
});
