import { Request, Response } from 'express';
import { DocumentStore } from '../../kernel/DocumentStore';
import { SandboxContext } from '../../kernel/Facade';
import { Postgres } from '../../postgres/createPostgres';
import { resourceNotFound } from '../../azure/ArmError';
import { PostgresTask } from './runPostgresTask';
import { identity, toResourceId, toSystemData } from '../../azure/identity';

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
  /** Server parameters that differ from their default. */
  parameters: Record<string, string>;
  firewallRules: Record<
    string,
    { startIpAddress: string; endIpAddress: string }
  >;
  /** The databases made through Azure, on this server: one real Postgres stands behind all servers. */
  databases: Record<string, { charset: string; collation: string }>;
}

/** The servers that are there from the start. */
export const seededServers: [string, ServerDocument][] = [
  'fabriquedevserver',
  'fabriqueprodserver',
].map(name => [
  name,
  {
    name,
    location: identity.location,
    tags: { project: 'fabrique', managed: 'terraform' },
    sku:
      name === 'fabriqueprodserver'
        ? { name: 'Standard_D4ds_v5', tier: 'GeneralPurpose' }
        : { name: 'Standard_B2s', tier: 'Burstable' },
    administratorLogin: 'fabriqueadmin',
    createdAt: '2024-03-18T09:12:41.000Z',
    storageSizeGB: name === 'fabriqueprodserver' ? 512 : 128,
    backupRetentionDays: name === 'fabriqueprodserver' ? 35 : 7,
    parameters: { 'azure.extensions': 'PGCRYPTO,UUID-OSSP,UNACCENT,PG_TRGM' },
    firewallRules: {
      AllowAllAzureServicesAndResourcesWithinAzureIps: {
        startIpAddress: '0.0.0.0',
        endIpAddress: '0.0.0.0',
      },
    },
    databases: {},
  },
]);

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
export function toServerResource(server: ServerDocument) {
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
      version: '18',
      minorVersion: '4',
      state: 'Ready',
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
        geoRedundantBackup: 'Disabled',
        earliestRestoreDate: server.createdAt,
      },
      network: { publicNetworkAccess: 'Enabled' },
      highAvailability: { mode: 'Disabled', state: 'NotEnabled' },
      authConfig: {
        activeDirectoryAuth: 'Disabled',
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
  properties: { charset: string; collation: string },
) {
  return {
    id: toResourceId(`${serverType}/${server.name}/databases/${name}`),
    name,
    type: `${serverType}/databases`,
    properties,
  };
}
