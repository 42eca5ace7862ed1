import { Config } from '@backstage/config';

/**
 * A Postgres flexible server that applications share.
 *
 * @public
 */
export interface AzurePostgresServerConfig {
  name: string;
  adminUser: string;
  adminPassword: string;
}

/**
 * Addresses from which a Postgres server may be reached.
 *
 * @public
 */
export interface PostgresFirewallRule {
  name: string;
  startIpAddress: string;
  endIpAddress: string;
}

/**
 * How the portal reaches Azure, from `fabrique.azure`.
 *
 * @public
 */
export interface AzureConfig {
  /** Sign-in host, where it is not that of the public cloud. */
  authorityHost?: string;
  /** Resource Manager, where it is not that of the public cloud. */
  resourceManagerUrl?: string;
  /** Address of the Azure portal, without a trailing slash. */
  portalUrl: string;
  tenantId: string;
  clientId: string;
  clientSecret: string;
  subscriptionId: string;
  resourceGroup: string;
  location: string;
  /** Address of the vault in which the portal keeps secrets, without a trailing slash. */
  keyVaultUrl?: string;
  postgres: {
    port: number;
    /** Whether the servers' certificates are checked. */
    rejectUnauthorized: boolean;
    /** Address of a dashboard, with `{server}` and `{database}`. */
    dashboardUrl?: string;
    /** Addresses from which new servers of applications are reached. */
    firewallRules: PostgresFirewallRule[];
    servers: {
      dev?: AzurePostgresServerConfig;
      prod?: AzurePostgresServerConfig;
    };
  };
  storage: {
    /** Redundancy of new accounts. */
    sku: { dev: string; prod: string };
    /** Days for which deleted blobs and containers can be brought back. */
    softDeleteDays: { dev: number; prod: number };
  };
}

/**
 * Reads `fabrique.azure`.
 *
 * @returns undefined when the portal is not connected to Azure.
 * @throws Error naming the full key, if a required value is missing.
 *
 * @public
 */
export function readAzureConfig(root: Config): AzureConfig | undefined {
  const config = root.getOptionalConfig('fabrique.azure');
  if (!config) return undefined;
  const server = (stage: 'dev' | 'prod') => {
    const entry = config.getOptionalConfig(`postgres.servers.${stage}`);
    return (
      entry && {
        name: entry.getString('name'),
        adminUser: entry.getString('adminUser'),
        adminPassword: entry.getString('adminPassword'),
      }
    );
  };
  const text = (key: string, fallback: string) =>
    config.getOptionalString(key) ?? fallback;
  const count = (key: string, fallback: number) =>
    config.getOptionalNumber(key) ?? fallback;
  return {
    authorityHost: config.getOptionalString('authorityHost'),
    resourceManagerUrl: config
      .getOptionalString('resourceManagerUrl')
      ?.replace(/\/+$/, ''),
    portalUrl: text('portalUrl', 'https://portal.azure.com').replace(
      /\/+$/,
      '',
    ),
    tenantId: config.getString('tenantId'),
    clientId: config.getString('clientId'),
    clientSecret: config.getString('clientSecret'),
    subscriptionId: config.getString('subscriptionId'),
    resourceGroup: config.getString('resourceGroup'),
    location: config.getString('location'),
    keyVaultUrl: config.getOptionalString('keyVault.url')?.replace(/\/+$/, ''),
    postgres: {
      port: count('postgres.port', 5432),
      rejectUnauthorized:
        config.getOptionalBoolean('postgres.rejectUnauthorized') ?? true,
      dashboardUrl: config.getOptionalString('postgres.dashboardUrl'),
      firewallRules: (
        config.getOptionalConfigArray('postgres.firewallRules') ?? []
      ).map(rule => ({
        name: rule.getString('name'),
        startIpAddress: rule.getString('startIpAddress'),
        endIpAddress: rule.getString('endIpAddress'),
      })),
      servers: { dev: server('dev'), prod: server('prod') },
    },
    storage: {
      sku: {
        dev: text('storage.sku.dev', 'Standard_LRS'),
        prod: text('storage.sku.prod', 'Standard_ZRS'),
      },
      softDeleteDays: {
        dev: count('storage.softDeleteDays.dev', 7),
        prod: count('storage.softDeleteDays.prod', 30),
      },
    },
  };
}
