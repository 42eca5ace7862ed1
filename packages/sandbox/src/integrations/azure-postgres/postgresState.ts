import { Request, Response } from 'express';
import { DocumentStore } from '../../kernel/DocumentStore';
import { SandboxContext } from '../../kernel/Facade';
import { Postgres } from '../../postgres/createPostgres';
import { resourceNotFound } from '../../azure/ArmError';
import { PostgresTask } from './runPostgresTask';
import { toResourceId, toSystemData } from '../../azure/identity';

export const postgresProvider = 'Microsoft.DBforPostgreSQL';
export const serverType = `${postgresProvider}/flexibleServers`;

/** Route of all servers of a resource group, and of one. */
export const serversPath = `/subscriptions/:subscription/resourceGroups/:group/providers/${serverType}`;
export const serverPath = `${serversPath}/:server`;

/** What every route of the provider works with. */
export interface PostgresScope {
  context: SandboxContext;
  postgres: Postgres;
  servers: DocumentStore<ServerDocument>;
  /** Accepts a long-running operation; `path` is that of the resource below the servers. */
  accept(
    req: Request,
    res: Response,
    path: string,
    task: PostgresTask,
    durationMs?: number,
  ): void;
}

/** A principal of Entra, as Azure names it. */
export interface EntraPrincipal {
  principalType: string;
  principalName: string;
  tenantId: string;
}

/** A flexible server as the sandbox keeps it: everything that Azure knows and Postgres does not. */
export interface ServerDocument {
  name: string;
  location: string;
  tags?: Record<string, string>;
  sku: { name: string; tier: string };
  administratorLogin: string;
  createdAt: string;
  storageSizeGB: number;
  backupRetentionDays: number;
  /** Those of the real Postgres by default. */
  version?: string;
  minorVersion?: string;
  /** `Ready` by default. */
  state?: string;
  isGeoRedundant?: boolean;
  /** None by default. */
  highAvailability?: { mode: string; state: string };
  /** Whether principals of Entra may administer it. */
  hasEntra?: boolean;
  /** Administrators of Entra by object id. */
  administrators?: Record<string, EntraPrincipal>;
  /** Server parameters that differ from their default. */
  parameters: Record<string, string>;
  firewallRules: Record<
    string,
    { startIpAddress: string; endIpAddress: string }
  >;
  /** The databases made through Azure, on this server: one real Postgres stands behind all servers. */
  databases: Record<
    string,
    {
      charset: string;
      collation: string;
      /** Of the seeded fleet, and not really there. */
      isSeeded?: boolean;
    }
  >;
}

/** The server of that name, in any case; throws Azure's 404. */
export function findServer(
  servers: DocumentStore<ServerDocument>,
  name: string,
): ServerDocument {
  const server = servers.get(name.toLowerCase());
  if (!server) throw resourceNotFound(serverType, name);
  return server;
}

/** A server as Azure shows it. */
export function toServerResource(server: ServerDocument, now: Date) {
  const oldest = now.getTime() - server.backupRetentionDays * 86_400_000;
  const created = Date.parse(server.createdAt);
  return {
    id: toResourceId(`${serverType}/${server.name}`),
    name: server.name,
    type: serverType,
    location: server.location,
    tags: server.tags,
    sku: server.sku,
    systemData: toSystemData(server.createdAt),
    properties: {
      administratorLogin: server.administratorLogin,
      version: server.version ?? '18',
      minorVersion: server.minorVersion ?? '4',
      state: server.state ?? 'Ready',
      fullyQualifiedDomainName: '127.0.0.1',
      availabilityZone: '1',
      storage: {
        storageSizeGB: server.storageSizeGB,
        autoGrow: 'Enabled',
        type: '',
        tier: 'P10',
        iops: 500,
      },
      backup: {
        backupRetentionDays: server.backupRetentionDays,
        geoRedundantBackup: server.isGeoRedundant ? 'Enabled' : 'Disabled',
        earliestRestoreDate: new Date(Math.max(created, oldest)).toISOString(),
      },
      network: { publicNetworkAccess: 'Enabled' },
      highAvailability: server.highAvailability ?? {
        mode: 'Disabled',
        state: 'NotEnabled',
      },
      authConfig: {
        activeDirectoryAuth: server.hasEntra ? 'Enabled' : 'Disabled',
        passwordAuth: 'Enabled',
      },
      replicationRole: 'Primary',
      replicaCapacity: 5,
    },
  };
}

/** A database as Azure shows it. */
export function toDatabaseResource(
  server: ServerDocument,
  name: string,
  { charset, collation }: { charset: string; collation: string },
) {
  return {
    id: toResourceId(`${serverType}/${server.name}/databases/${name}`),
    name,
    type: `${serverType}/databases`,
    properties: { charset, collation },
  };
}
