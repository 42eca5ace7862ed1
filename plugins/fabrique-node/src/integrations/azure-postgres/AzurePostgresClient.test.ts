import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  azureUrl,
  createTestAzureConnection,
  azureGroupPath,
  azureSignInHandlers,
} from '../../testUtils/azureHandlers';
import { testUpstreamFailures } from '../../testUtils';
import { AzurePostgresClient } from './AzurePostgresClient';

const serversPath = `${azureGroupPath}/Microsoft.DBforPostgreSQL/flexibleServers`;
const server = 'domifaprodserver';
const serverId = `${serversPath}/${server}`;
const metricsUrl = `${azureUrl}${serverId}/providers/Microsoft.Insights/metrics`;

const createClient = (secret?: string) =>
  new AzurePostgresClient(createTestAzureConnection(secret));

describe('AzurePostgresClient', () => {
  const msw = setupServer(...azureSignInHandlers);
  registerMswTestHooks(msw);

  const answer = (path: string, body: object) => {
    const asked: Request[] = [];
    msw.use(
      http.get(`${azureUrl}${path}`, ({ request }) => {
        asked.push(request);
        return HttpResponse.json(body);
      }),
    );
    return asked;
  };

  it('reads every page of the servers, and keeps one of which a field is odd', async () => {
    const asked: Request[] = [];
    msw.use(
      http.get(`${azureUrl}${serversPath}`, ({ request }) => {
        asked.push(request);
        const isFirst = !new URL(request.url).searchParams.has('page');
        return HttpResponse.json(
          isFirst
            ? {
                value: [
                  {
                    id: serverId,
                    name: server,
                    location: 'francecentral',
                    sku: { name: 'Standard_D4ds_v5', tier: 'GeneralPurpose' },
                    properties: {
                      state: 'Ready',
                      version: '16',
                      minorVersion: '4',
                      administratorLogin: 'not used',
                      storage: { storageSizeGB: 128, autoGrow: 'Enabled' },
                      backup: {
                        backupRetentionDays: 7,
                        geoRedundantBackup: 'Disabled',
                        earliestRestoreDate:
                          '2026-11-16T10:00:00.0000000+00:00',
                      },
                      network: { publicNetworkAccess: 'Enabled' },
                      highAvailability: {
                        mode: 'ZoneRedundant',
                        state: 'Healthy',
                      },
                    },
                  },
                ],
                nextLink: `${azureUrl}${serversPath}?page=2`,
              }
            : {
                value: [
                  {
                    id: `${serversPath}/vaodevserver`,
                    name: 'vaodevserver',
                    properties: { state: 'Stopped' },
                  },
                  { properties: { state: 'Ready' } },
                ],
              },
        );
      }),
    );

    await expect(createClient().listServers({})).resolves.toEqual([
      {
        id: serverId,
        name: server,
        sku: { name: 'Standard_D4ds_v5', tier: 'GeneralPurpose' },
        state: 'Ready',
        version: '16',
        minorVersion: '4',
        storage: { storageSizeGB: 128, autoGrow: 'Enabled' },
        backup: {
          backupRetentionDays: 7,
          geoRedundantBackup: 'Disabled',
          earliestRestoreDate: '2026-11-16T10:00:00.000Z',
        },
        network: { publicNetworkAccess: 'Enabled' },
        highAvailability: { mode: 'ZoneRedundant', state: 'Healthy' },
      },
      {
        id: `${serversPath}/vaodevserver`,
        name: 'vaodevserver',
        state: 'Stopped',
      },
    ]);
    expect(asked.map(({ method }) => method)).toEqual(['GET', 'GET']);
    expect(asked[0].headers.get('authorization')).toBe(
      'Bearer token-of-azure-secret',
    );
    expect(new URL(asked[0].url).search).toBe('?api-version=2025-08-01');
  });

  it('reads what a server has, with one call for each list', async () => {
    answer(`${serverId}/databases`, {
      value: [{ name: 'postgres' }, { name: 'domifa' }],
    });
    answer(`${serverId}/firewallRules`, {
      value: [
        {
          name: 'AllowAllAzureIps',
          properties: { startIpAddress: '0.0.0.0', endIpAddress: '0.0.0.0' },
        },
      ],
    });
    answer(`${serverId}/backups`, {
      value: [
        { name: 'b2', properties: { completedTime: '2026-11-22T02:00:00Z' } },
        { name: 'b3', properties: { completedTime: '2026-11-23T02:00:00Z' } },
        { name: 'b1', properties: {} },
      ],
    });
    answer(`${serverId}/configurations/max_connections`, {
      name: 'max_connections',
      properties: { value: '859' },
    });
    const client = createClient();

    await expect(
      Promise.all([
        client.listDatabases(server, {}),
        client.listFirewallRules(server, {}),
        client.getLatestBackup(server, {}),
        client.getConnectionLimit(server, {}),
      ]),
    ).resolves.toEqual([
      ['postgres', 'domifa'],
      [
        {
          name: 'AllowAllAzureIps',
          startIpAddress: '0.0.0.0',
          endIpAddress: '0.0.0.0',
        },
      ],
      '2026-11-23T02:00:00.000Z',
      859,
    ]);
  });

  it('asks for the measures of a day in one call, and leaves gaps out', async () => {
    const asked = answer(metricsUrl.slice(azureUrl.length), {
      timespan: '2026-11-22T10:00:00Z/2026-11-23T10:00:00Z',
      value: [
        {
          id: 'x',
          type: 'Microsoft.Insights/metrics',
          unit: 'Percent',
          name: { value: 'storage_percent', localizedValue: 'Storage percent' },
          timeseries: [
            {
              metadatavalues: [],
              data: [
                { timeStamp: '2026-11-23T08:00:00Z', maximum: 41.5 },
                { timeStamp: '2026-11-23T09:00:00Z' },
              ],
            },
          ],
        },
        {
          id: 'y',
          type: 'Microsoft.Insights/metrics',
          unit: 'Count',
          name: { value: 'active_connections' },
          timeseries: [],
        },
      ],
    });

    await expect(
      createClient().getServerMetrics(serverId, {}),
    ).resolves.toEqual([
      {
        metric: 'storage_percent',
        points: [{ at: '2026-11-23T08:00:00.000Z', value: 41.5 }],
      },
    ]);
    const query = new URL(asked[0].url).searchParams;
    const [start, end] = query.get('timespan')!.split('/').map(Date.parse);
    expect(end - start).toBe(24 * 3_600_000);
    query.delete('timespan');
    expect(Object.fromEntries(query)).toEqual({
      'api-version': '2024-02-01',
      metricnames: 'storage_percent,storage_used,active_connections',
      interval: 'PT1H',
      aggregation: 'Maximum',
    });
  });

  it('asks for the size of every database at once', async () => {
    const toSeries = (name: string, sizes: number[]) => ({
      metadatavalues: [{ name: { value: 'databasename' }, value: name }],
      data: sizes.map((maximum, index) => ({
        timeStamp: `2026-11-23T0${index}:00:00Z`,
        maximum,
      })),
    });
    const asked = answer(metricsUrl.slice(azureUrl.length), {
      value: [
        {
          name: { value: 'database_size_bytes' },
          timeseries: [
            toSeries('domifa', [7_900_000, 8_000_000]),
            toSeries('silent', []),
          ],
        },
      ],
    });

    await expect(
      createClient().getDatabaseSizes(serverId, {}),
    ).resolves.toEqual({ domifa: 8_000_000 });
    const query = new URL(asked[0].url).searchParams;
    expect([query.get('$filter'), query.get('top')]).toEqual([
      "DatabaseName eq '*'",
      '1000',
    ]);
  });

  it('does without measures where the portal may not read them, or Azure has none', async () => {
    const refuse = (status: number) =>
      msw.use(
        http.get(metricsUrl, () =>
          HttpResponse.json({ error: { code: 'No' } }, { status }),
        ),
      );
    const client = createClient();
    refuse(403);
    await expect(client.getServerMetrics(serverId, {})).resolves.toBe(
      undefined,
    );
    await expect(client.getDatabaseSizes(serverId, {})).resolves.toEqual({});
    refuse(400);
    await expect(client.getDatabaseSizes(serverId, {})).resolves.toEqual({});
    await expect(client.getServerMetrics(serverId, {})).rejects.toMatchObject({
      kind: 'invalid-response',
    });
  });

  describe('with a list', () => {
    testUpstreamFailures({
      server: msw,
      baseUrl: azureUrl,
      call: secret => createClient(secret).listServers({}),
      // Every resource group has it.
      except: { '404': 'invalid-response' },
    });
  });
  describe('with a parameter', () => {
    testUpstreamFailures({
      server: msw,
      baseUrl: azureUrl,
      call: secret => createClient(secret).getConnectionLimit(server, {}),
    });
  });
});
