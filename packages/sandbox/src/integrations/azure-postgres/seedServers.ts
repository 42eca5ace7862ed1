import { identity } from '../../azure/identity';
import {
  environments,
  FleetEnvironment,
  sharedServers,
  toAzureNames,
} from '../../fleet/azureNames';
import { fleet, FleetApp } from '../../fleet/fleet';
import { toFraction } from '../../fleet/stableNoise';
import { ServerDocument } from './postgresState';

const gibibyte = 1024 ** 3;

/** A database of the seeded fleet: only Azure knows of it, no real one is made at the start. */
export interface SeededDatabase {
  name: string;
  sizeBytes: number;
  /** At noon of a working day. */
  usualConnections: number;
}

/** The databases of the seeded fleet on a server. */
export function listSeededDatabases(server: string): SeededDatabase[] {
  return fleet.flatMap(app =>
    app.database
      ? environments.flatMap(environment => {
          const { database } = toAzureNames(app, environment);
          return database.server === server
            ? [toSeededDatabase(app, environment, database.name)]
            : [];
        })
      : [],
  );
}

function toSeededDatabase(
  app: FleetApp,
  environment: FleetEnvironment,
  name: string,
): SeededDatabase {
  const isProduction = environment === 'prod';
  const has = (scenario: FleetApp['scenarios'][number]) =>
    isProduction && app.scenarios.includes(scenario);
  const usual = 0.5 + 6 * toFraction('database', app.name);
  const visits = (app.dailyVisits ?? 0) / 1500;
  return {
    name,
    sizeBytes: Math.round(
      gibibyte *
        (has('storage-full')
          ? 59
          : (usual + visits) * (isProduction ? 1 : 0.2)),
    ),
    usualConnections: has('many-connections')
      ? 44
      : Math.round((3 + visits) * (isProduction ? 1 : 0.5)),
  };
}

const databasesOf = (server: string): ServerDocument['databases'] =>
  Object.fromEntries(
    listSeededDatabases(server).map(({ name }) => [
      name,
      { charset: 'UTF8', collation: 'en_US.utf8', isSeeded: true },
    ]),
  );

/** Lets in Azure's services, of every customer. */
const everyAzureService = {
  AllowAllAzureServicesAndResourcesWithinAzureIps: {
    startIpAddress: '0.0.0.0',
    endIpAddress: '0.0.0.0',
  },
};

const toSharedServer = (stage: 'dev' | 'prod'): ServerDocument => ({
  name: sharedServers[stage],
  location: identity.location,
  tags: { project: 'fabrique', managed: 'terraform' },
  sku:
    stage === 'prod'
      ? { name: 'Standard_D4ds_v5', tier: 'GeneralPurpose' }
      : { name: 'Standard_B2s', tier: 'Burstable' },
  administratorLogin: 'fabriqueadmin',
  createdAt: '2024-03-18T09:12:41.000Z',
  storageSizeGB: stage === 'prod' ? 512 : 128,
  backupRetentionDays: stage === 'prod' ? 35 : 7,
  ...(stage === 'prod' && {
    isGeoRedundant: true,
    highAvailability: { mode: 'ZoneRedundant', state: 'Healthy' },
  }),
  parameters: { 'azure.extensions': 'PGCRYPTO,UUID-OSSP,UNACCENT,PG_TRGM' },
  firewallRules: everyAzureService,
  databases: databasesOf(sharedServers[stage]),
});

function toOwnServer(
  app: FleetApp,
  environment: 'dev' | 'prod',
): ServerDocument {
  const { server } = toAzureNames(app, environment).database;
  const isProduction = environment === 'prod';
  const has = (scenario: FleetApp['scenarios'][number]) =>
    app.scenarios.includes(scenario);
  const isSmall = !isProduction || has('many-connections');
  return {
    name: server,
    location: identity.location,
    tags: { project: app.name },
    sku: isSmall
      ? { name: 'Standard_B1ms', tier: 'Burstable' }
      : { name: 'Standard_D2ds_v5', tier: 'GeneralPurpose' },
    administratorLogin: 'fabriqueadmin',
    createdAt: '2023-05-09T07:40:12.000Z',
    storageSizeGB: isProduction ? 64 : 32,
    backupRetentionDays: isProduction ? 14 : 7,
    version: has('old-postgres') ? '13' : '16',
    minorVersion: has('old-postgres') ? '22' : '10',
    ...(isProduction && has('stopped-database') && { state: 'Stopped' }),
    ...(isProduction &&
      !isSmall && {
        highAvailability: { mode: 'SameZone', state: 'Healthy' },
      }),
    parameters: {},
    firewallRules: {
      ...everyAzureService,
      'vpn-fabrique': {
        startIpAddress: '20.74.14.64',
        endIpAddress: '20.74.14.79',
      },
      ...(has('old-postgres') && {
        'temporaire-migration': {
          startIpAddress: '0.0.0.0',
          endIpAddress: '255.255.255.255',
        },
      }),
    },
    databases: databasesOf(server),
  };
}

/** The servers that are there from the start: the shared ones, and those of applications. */
export function listSeededServers(): [string, ServerDocument][] {
  const own = fleet
    .filter(({ database }) => database === 'dedicated')
    .flatMap(app => [toOwnServer(app, 'dev'), toOwnServer(app, 'prod')]);
  return [toSharedServer('dev'), toSharedServer('prod'), ...own].map(server => [
    server.name,
    server,
  ]);
}
