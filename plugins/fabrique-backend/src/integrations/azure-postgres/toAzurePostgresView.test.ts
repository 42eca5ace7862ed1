import {
  AzurePostgresAnswers,
  toAzurePostgresView,
} from './toAzurePostgresView';

const server: AzurePostgresAnswers['server'] = {
  id: '/subscriptions/x/domifaprodserver',
  name: 'domifaprodserver',
  sku: { name: 'Standard_D4ds_v5', tier: 'GeneralPurpose' },
  state: 'Ready',
  version: '16',
  minorVersion: '4',
  storage: { storageSizeGB: 128, autoGrow: 'Enabled' },
  backup: {
    backupRetentionDays: 14,
    geoRedundantBackup: 'Enabled',
    earliestRestoreDate: '2026-11-09T10:00:00.000Z',
  },
  network: { publicNetworkAccess: 'Enabled' },
  highAvailability: { mode: 'ZoneRedundant', state: 'Healthy' },
};
const rule = (name: string, startIpAddress: string, endIpAddress: string) => ({
  name,
  startIpAddress,
  endIpAddress,
});
const points = (...values: number[]) =>
  values.map((value, index) => ({
    at: `2026-11-23T0${index}:00:00.000Z`,
    value,
  }));

describe('toAzurePostgresView', () => {
  it('maps what Azure answers', () => {
    expect(
      toAzurePostgresView({
        server,
        database: 'domifa',
        details: {
          databases: ['postgres', 'domifa'],
          firewallRules: [
            rule('bureau', '10.2.3.4', '10.2.3.10'),
            rule('azure', '0.0.0.0', '0.0.0.0'),
            rule('tout', '1.0.0.0', '223.255.255.255'),
            rule('vpn', '10.8.0.0', '10.8.255.255'),
          ],
          latestBackupAt: '2026-11-23T02:00:00.000Z',
          connectionLimit: 1718,
          metrics: [
            { metric: 'storage_percent', points: points(41, 42.5) },
            { metric: 'storage_used', points: points(50e9, 55e9) },
            { metric: 'active_connections', points: points(12, 30, 18) },
          ],
          databaseSizes: { domifa: 8e9, other: 1 },
        },
        dashboardUrl:
          'https://grafana.example/d/pg?var-server={server}&var-database={database}',
      }),
    ).toEqual({
      server: 'domifaprodserver',
      database: { name: 'domifa', sizeBytes: 8e9 },
      state: 'Ready',
      version: '16',
      minorVersion: '4',
      sku: { name: 'Standard_D4ds_v5', tier: 'GeneralPurpose' },
      storage: {
        limitBytes: 128 * 1024 ** 3,
        usedBytes: 55e9,
        usedPercent: 42.5,
        growsByItself: true,
      },
      connections: { active: 18, limit: 1718 },
      connectionsByHour: points(12, 30, 18),
      isPublic: true,
      firewallRules: [
        { ...rule('tout', '1.0.0.0', '223.255.255.255'), opensTo: 'internet' },
        { ...rule('azure', '0.0.0.0', '0.0.0.0'), opensTo: 'azure' },
        rule('vpn', '10.8.0.0', '10.8.255.255'),
        rule('bureau', '10.2.3.4', '10.2.3.10'),
      ],
      highAvailability: { mode: 'zone-redundant', isHealthy: true },
      backup: {
        retentionDays: 14,
        isGeoRedundant: true,
        earliestRestoreAt: '2026-11-09T10:00:00.000Z',
        latestAt: '2026-11-23T02:00:00.000Z',
      },
      areMetricsReadable: true,
      dashboardUrl:
        'https://grafana.example/d/pg?var-server=domifaprodserver&var-database=domifa',
    });
  });

  it('says nothing that Azure does not tell', () => {
    const { id, name } = server;
    const silent = {
      server: name,
      state: 'Stopped',
      version: undefined,
      minorVersion: undefined,
      sku: undefined,
      storage: {
        limitBytes: undefined,
        usedBytes: undefined,
        usedPercent: undefined,
        growsByItself: false,
      },
      connections: { active: undefined, limit: undefined },
      connectionsByHour: [],
      isPublic: true,
      firewallRules: [],
      highAvailability: { mode: 'none', isHealthy: false },
      backup: {
        retentionDays: undefined,
        isGeoRedundant: false,
        earliestRestoreAt: undefined,
        latestAt: undefined,
      },
      areMetricsReadable: true,
      dashboardUrl: undefined,
    };
    expect(
      toAzurePostgresView({ server: { id, name, state: 'Stopped' } }),
    ).toEqual(silent);
    expect(
      toAzurePostgresView({
        server: { id, name, network: { publicNetworkAccess: 'Disabled' } },
        database: 'domifa',
        details: { databases: [], firewallRules: [], databaseSizes: {} },
      }),
    ).toEqual({
      ...silent,
      state: 'unknown',
      database: { name: 'domifa', sizeBytes: undefined },
      isPublic: false,
      areMetricsReadable: false,
    });
  });
});
