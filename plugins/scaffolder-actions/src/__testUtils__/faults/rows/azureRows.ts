import { TestSandbox } from '@socialgouv/fabrique-sandbox';
import { Client } from 'pg';
import { ActionRow } from '../ActionRow';
import { environments } from './application';

/** The server's parameter is shared, and no task's to take back. */
function forgetExtensions({ context }: TestSandbox): void {
  const servers = context.documents<{ parameters: Record<string, string> }>(
    'azure-postgres-servers',
  );
  for (const [key, server] of servers.entries()) {
    const parameters = { ...server.parameters };
    delete parameters['azure.extensions'];
    servers.put(key, { ...server, parameters });
  }
}

async function createDatabaseByHand(
  { portPrefix }: TestSandbox,
  name: string,
): Promise<void> {
  const client = new Client({
    host: '127.0.0.1',
    port: Number(`${portPrefix}10`),
    user: 'fabriqueadmin',
    password: 'sandbox-postgres-admin',
    database: 'postgres',
  });
  await client.connect();
  await client.query(`CREATE ROLE ${name}_dev LOGIN`);
  await client.query(`CREATE DATABASE ${name}_dev`);
  await client.end();
}

/** For as long as the vault says. */
const deletedSecrets = {
  '/counts/azure-key-vault': 'Azure keeps secrets that were deleted',
  '/documents/azure-key-vault': 'Azure keeps secrets that were deleted',
};

/** Actions of Azure. */
export const azureRows: ActionRow[] = [
  {
    action: 'fabrique:azure:postgres:ensure',
    input: name => ({ name, environments, extensions: ['pgcrypto'] }),
    prepare: forgetExtensions,
  },
  {
    action: 'fabrique:azure:postgres:ensure',
    title: 'fabrique:azure:postgres:ensure (adopts)',
    input: name => ({ name, environments, adopt: true }),
    prepare: createDatabaseByHand,
    stays: { '/databases': 'what was adopted keeps its owner and its grants' },
  },
  {
    action: 'fabrique:azure:blob:ensure',
    input: name => ({ name, environments }),
  },
  {
    action: 'fabrique:azure:resource-group:ensure',
    input: name => ({ name }),
  },
  {
    action: 'fabrique:azure:postgres-server:ensure',
    input: name => ({ name, environments }),
    stays: {
      ...deletedSecrets,
      '/databases': 'the one real Postgres behind all servers keeps its users',
    },
  },
  {
    action: 'fabrique:azure:storage-account:ensure',
    input: name => ({ name, environments }),
  },
  {
    action: 'fabrique:azure:key-vault-secret:ensure',
    input: name => ({ name, environment: 'dev', secret: 'session' }),
    stays: deletedSecrets,
  },
];
