import { EnvironmentNames } from '@socialgouv/backstage-plugin-fabrique-common';
import {
  DatabaseState,
  generatePassword,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsureCall, EnsuredResource } from '../../ensure';
import { PostgresServers } from './PostgresServers';

/** Keys of the secret with the application's own credentials. */
export const secretKeys = [
  'DATABASE_URL',
  'DB_URI',
  'HASURA_GRAPHQL_DATABASE_URL',
  'PGRST_DB_URI',
  'PGDATABASE',
  'PGHOST',
  'PGPASSWORD',
  'PGPORT',
  'PGSSLMODE',
  'PGUSER',
];

/** The sentence for a database of somebody else; undefined for one that is free or the application's. */
export function describeHolder(
  { server, name }: EnvironmentNames['database'],
  app: string,
  state: DatabaseState,
): string | undefined {
  if (!state.databaseExists && !state.roleExists) return undefined;
  if (state.owner?.app === app) return undefined;
  const owner = state.owner
    ? `belongs to ${state.owner.app}`
    : 'has no comment that says whose it is';
  return `The database or role ${name} of server ${server} exists and ${owner}. Choose another name, or have the SRE team name ${app} as its owner.`;
}

/** The extensions that a server lets databases install. */
export function createAllowedExtensionsResource(
  servers: PostgresServers,
  server: string,
  extensions: string[],
): EnsuredResource<{ allowed: string[] }, string[]> {
  const missingOf = (allowed: string[]) =>
    extensions.filter(name => !allowed.includes(name.toLowerCase()));
  return {
    key: `azure-postgres/${server}/extensions/${extensions.join('+')}`,
    title: `allowed extensions of ${server}`,
    async read(call) {
      return {
        allowed: await servers.parameters.listAllowedExtensions(server, call),
      };
    },
    plan({ allowed }) {
      const missing = missingOf(allowed);
      return missing.length > 0
        ? { verb: 'update', detail: `also ${missing.join(', ')}` }
        : { verb: 'nothing', detail: extensions.join(', ') };
    },
    async apply(_found, call) {
      await servers.parameters.allowExtensions(server, extensions, call);
      return extensions;
    },
    refer: () => extensions,
  };
}

/** A database with its role, extensions and grants. */
export function createDatabaseResource(options: {
  servers: PostgresServers;
  names: EnvironmentNames;
  owner: { app: string; task: string };
  extensions: string[];
}): EnsuredResource<DatabaseState, string> {
  const { servers, owner, extensions } = options;
  const { database } = options.names;
  const { server, name, user } = database;
  return {
    key: `azure-postgres/${server}/${name}`,
    title: `database ${name} on ${server}`,
    ledger: {
      type: 'postgres-database',
      environment: options.names.environment,
    },
    async read(call) {
      const { databases } = await servers.open(server, call);
      return databases.read({ database: name, user }, call);
    },
    plan(state) {
      if ((state.databaseExists || state.roleExists) && !state.owner) {
        return { verb: 'adopt', detail: 'has no comment', untagged: true };
      }
      const holder = describeHolder(database, owner.app, state);
      if (holder) return { verb: 'conflict', detail: holder };
      if (!state.databaseExists || !state.roleExists) {
        return { verb: 'create', detail: `role ${user}` };
      }
      const missing = extensions.filter(
        extension => !state.extensions.includes(extension.toLowerCase()),
      );
      return missing.length > 0
        ? { verb: 'update', detail: `extensions ${missing.join(', ')}` }
        : { verb: 'nothing', detail: 'exists with its role' };
    },
    async apply(_found, call) {
      const { databases } = await servers.open(server, call);
      await databases.put({ database: name, user, owner, extensions }, call);
      return name;
    },
    refer: () => name,
    remember: () => ({ server, database: name, user }),
  };
}

/** Gives the role a new password, and makes the secret with which the application connects. */
export async function makeCredentials(
  servers: PostgresServers,
  { server, name, user }: EnvironmentNames['database'],
  call: EnsureCall,
): Promise<Record<string, string>> {
  const { host, port, databases } = await servers.open(server, call);
  const password = generatePassword();
  await databases.setPassword(user, password, call);
  return toCredentials({ host, port, database: name, user, password });
}

/** The secret with which an application connects. */
export function toCredentials(login: {
  host: string;
  port: number;
  database: string;
  user: string;
  password: string;
}): Record<string, string> {
  const { host, port, database: name, user, password } = login;
  const address = `postgresql://${user}:${password}@${host}:${port}/${name}?sslmode=require`;
  return {
    DATABASE_URL: address,
    DB_URI: address,
    HASURA_GRAPHQL_DATABASE_URL: address,
    PGRST_DB_URI: address,
    PGDATABASE: name,
    PGHOST: host,
    PGPASSWORD: password,
    PGPORT: String(port),
    PGSSLMODE: 'require',
    PGUSER: user,
  };
}
