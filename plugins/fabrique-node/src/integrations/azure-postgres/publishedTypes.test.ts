import type {
  BackupAutomaticAndOnDemand,
  Configuration,
  Database,
  FirewallRule,
  Server,
} from '@azure/arm-postgresql-flexible';
import { z } from 'zod/v4';
import { expectPublished } from '../../testUtils/Unpublished';
import {
  AzurePostgresBackups,
  AzurePostgresDatabases,
  AzurePostgresFirewallRules,
  AzurePostgresParameter,
  AzurePostgresServer,
} from './schema';

const time = new Date('2026-11-23T10:00:00Z');

describe("Azure Postgres' published types", () => {
  it('have every field that is read', () => {
    expectPublished<AzurePostgresServer, Server>();
    expectPublished<z.infer<typeof AzurePostgresDatabases>, Database[]>();
    expectPublished<AzurePostgresFirewallRules, FirewallRule[]>();
    expectPublished<
      z.infer<typeof AzurePostgresBackups>,
      BackupAutomaticAndOnDemand[]
    >();
    expectPublished<z.infer<typeof AzurePostgresParameter>, Configuration>();
    // @ts-expect-error A field that Azure does not have is found out.
    expectPublished<{ storage: { sizeInBytes: number } }, Server>();

    const server: Server = {
      id: '/subscriptions/s/resourceGroups/g/providers/p/flexibleServers/domifa',
      name: 'domifa',
      location: 'francecentral',
      sku: { name: 'Standard_D2s_v3', tier: 'GeneralPurpose' },
      state: 'Ready',
      version: '16',
      minorVersion: '4',
      storage: { storageSizeGB: 128, autoGrow: 'Enabled' },
      backup: {
        backupRetentionDays: 7,
        geoRedundantBackup: 'Disabled',
        earliestRestoreDate: time,
      },
      network: { publicNetworkAccess: 'Enabled' },
      highAvailability: { mode: 'ZoneRedundant', state: 'Healthy' },
    };
    const { location, ...read } = server;
    expect(AzurePostgresServer.parse(server)).toEqual({
      ...read,
      backup: { ...read.backup, earliestRestoreDate: time.toISOString() },
    });
  });
});
