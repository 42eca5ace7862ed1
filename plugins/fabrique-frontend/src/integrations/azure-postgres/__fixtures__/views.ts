import { AzurePostgresView } from '@socialgouv/backstage-plugin-fabrique-common';
import { toHours } from '../../../__fixtures__/series';

const gibibyte = 1024 ** 3;

const base = {
  server: 'domifaprodserver',
  database: { name: 'domifa', sizeBytes: 8.5 * gibibyte },
  state: 'Ready',
  version: '16',
  minorVersion: '4',
  sku: { name: 'Standard_D4ds_v5', tier: 'GeneralPurpose' },
  storage: {
    limitBytes: 128 * gibibyte,
    usedBytes: 54.4 * gibibyte,
    usedPercent: 42.5,
    growsByItself: true,
  },
  connections: { active: 64, limit: 1718 },
  connectionsByHour: toHours([
    22, 18, 15, 14, 14, 16, 28, 41, 58, 66, 71, 70, 62, 64, 72, 74, 70, 61, 50,
    44, 38, 33, 60, 64,
  ]),
  isPublic: true,
  firewallRules: [
    {
      name: 'AllowAllAzureServices',
      startIpAddress: '0.0.0.0',
      endIpAddress: '0.0.0.0',
      opensTo: 'azure',
    },
    {
      name: 'vpn',
      startIpAddress: '10.8.0.0',
      endIpAddress: '10.8.255.255',
    },
    {
      name: 'bureau',
      startIpAddress: '10.2.3.4',
      endIpAddress: '10.2.3.4',
    },
  ],
  highAvailability: { mode: 'zone-redundant', isHealthy: true },
  backup: {
    retentionDays: 14,
    isGeoRedundant: true,
    earliestRestoreAt: '2026-11-06T12:00:00Z',
    latestAt: '2026-11-20T02:00:00Z',
  },
  areMetricsReadable: true,
  dashboardUrl: 'https://grafana.example/d/postgres?var-server=domifaprodserver',
} satisfies AzurePostgresView;

const silent = {
  storage: { limitBytes: 128 * gibibyte, growsByItself: false },
  connections: {},
  connectionsByHour: [],
};

export const azurePostgresViews = {
  ok: base,
  empty: {
    server: 'nouveau',
    state: 'Ready',
    storage: { growsByItself: false },
    connections: {},
    connectionsByHour: [],
    isPublic: true,
    firewallRules: [],
    highAvailability: { mode: 'none', isHealthy: false },
    backup: { isGeoRedundant: false },
    areMetricsReadable: true,
  },
  stopped: { ...base, ...silent, state: 'Stopped', firewallRules: [] },
  notReady: { ...base, ...silent, state: 'Updating', firewallRules: [] },
  storageFull: {
    ...base,
    storage: {
      ...base.storage,
      usedBytes: 122.6 * gibibyte,
      usedPercent: 95.8,
      growsByItself: false,
    },
    highAvailability: { mode: 'same-zone', isHealthy: false },
  },
  filling: {
    ...base,
    version: '13',
    storage: { ...base.storage, usedPercent: 81 },
    connections: { active: 1400, limit: 1718 },
    backup: { retentionDays: 3, isGeoRedundant: false },
  },
  supportEnds: { ...base, version: '14', database: { name: 'domifa' } },
  open: {
    ...base,
    firewallRules: [
      {
        name: 'tout-le-monde',
        startIpAddress: '0.0.0.0',
        endIpAddress: '255.255.255.255',
        opensTo: 'internet',
      },
    ],
  },
  private: { ...base, isPublic: false },
  unreadable: { ...base, ...silent, areMetricsReadable: false },
} satisfies Record<string, AzurePostgresView>;
