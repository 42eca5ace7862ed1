import {
  AzurePostgresFirewallRule,
  AzurePostgresView,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  AzureMetricSeries,
  AzurePostgresFirewallRules,
  AzurePostgresServer,
} from '@socialgouv/backstage-plugin-fabrique-node';

const gibibyte = 1024 ** 3;

/** What Azure answered about one server, and which database of it is meant. */
export interface AzurePostgresAnswers {
  server: AzurePostgresServer;
  database?: string;
  /** Absent where the server does not run. */
  details?: {
    databases: string[];
    firewallRules: AzurePostgresFirewallRules;
    latestBackupAt?: string;
    connectionLimit?: number;
    /** Absent where the portal may not read them. */
    metrics?: AzureMetricSeries[];
    /** Bytes by the name of the database. */
    databaseSizes: Record<string, number>;
  };
  /** With `{server}` and `{database}`. */
  dashboardUrl?: string;
}

/** Makes the view of a Postgres server of what Azure answered. */
export function toAzurePostgresView(
  answers: AzurePostgresAnswers,
): AzurePostgresView {
  const { server, database, details, dashboardUrl } = answers;
  const { storage, backup, highAvailability, network } = server;
  const pointsOf = (metric: string) =>
    details?.metrics?.find(series => series.metric === metric)?.points ?? [];
  const latestOf = (metric: string) => pointsOf(metric).at(-1)?.value;
  return {
    server: server.name,
    ...(database && {
      database: { name: database, sizeBytes: details?.databaseSizes[database] },
    }),
    state: server.state ?? 'unknown',
    version: server.version ?? undefined,
    minorVersion: server.minorVersion ?? undefined,
    sku: server.sku ?? undefined,
    storage: {
      limitBytes: storage?.storageSizeGB
        ? storage.storageSizeGB * gibibyte
        : undefined,
      usedBytes: latestOf('storage_used'),
      usedPercent: latestOf('storage_percent'),
      growsByItself: storage?.autoGrow === 'Enabled',
    },
    connections: {
      active: latestOf('active_connections'),
      limit: details?.connectionLimit,
    },
    // A day that starts within an hour touches 25.
    connectionsByHour: pointsOf('active_connections').slice(-24),
    isPublic: network?.publicNetworkAccess !== 'Disabled',
    firewallRules: toFirewallRules(details?.firewallRules ?? []),
    highAvailability: {
      mode:
        {
          SameZone: 'same-zone' as const,
          ZoneRedundant: 'zone-redundant' as const,
        }[highAvailability?.mode ?? ''] ?? 'none',
      isHealthy: highAvailability?.state === 'Healthy',
    },
    backup: {
      retentionDays: backup?.backupRetentionDays ?? undefined,
      isGeoRedundant: backup?.geoRedundantBackup === 'Enabled',
      earliestRestoreAt: backup?.earliestRestoreDate ?? undefined,
      latestAt: details?.latestBackupAt,
    },
    areMetricsReadable: !details || details.metrics !== undefined,
    dashboardUrl: dashboardUrl
      ?.replaceAll('{server}', encodeURIComponent(server.name))
      .replaceAll('{database}', encodeURIComponent(database ?? '')),
  };
}

/** Those that let in the most come first. */
function toFirewallRules(
  rules: AzurePostgresFirewallRules,
): AzurePostgresFirewallRule[] {
  return rules
    .map(rule => {
      const [start, end] = [rule.startIpAddress, rule.endIpAddress].map(
        toNumber,
      );
      const opensTo = toOpening(start, end);
      const count = {
        internet: 2 ** 33,
        azure: 2 ** 32,
        none: end - start + 1,
      };
      return {
        rule: { ...rule, ...(opensTo && { opensTo }) },
        count: count[opensTo ?? 'none'],
      };
    })
    .sort((a, b) => b.count - a.count)
    .map(({ rule }) => rule);
}

/**
 * @see https://learn.microsoft.com/azure/postgresql/network/how-to-networking-servers-deployed-public-access-add-firewall-rules
 */
function toOpening(
  start: number,
  end: number,
): AzurePostgresFirewallRule['opensTo'] {
  // Azure's own sign for its services, of every customer.
  if (start === 0 && end === 0) return 'azure';
  // More than half of all addresses is no network of anybody.
  return end - start >= 2 ** 31 ? 'internet' : undefined;
}

function toNumber(address: string): number {
  return address
    .split('.')
    .reduce((number, byte) => number * 256 + Number(byte), 0);
}
