import { Client } from 'pg';
import { SandboxContext, SandboxSystem } from '../kernel/Facade';
import { PostgresServer, superuser } from './PostgresServer';
import { azureAdminRole, ensureRoles, portalRole } from './ensureRoles';

/** The real Postgres of the sandbox. */
export interface Postgres extends SandboxSystem {
  /** Runs something as the superuser, in one database, on a connection of its own. */
  withSuperuser<T>(
    work: (client: Client) => Promise<T>,
    database?: string,
  ): Promise<T>;
}

/** One Postgres for the portal's own databases and for those that templates create. */
export function createPostgres(
  context: SandboxContext,
  tls: { key: string; cert: string },
): Postgres {
  const { hostname, port } = new URL(context.urls.postgres);
  const server = new PostgresServer({
    directory: context.dataDir('postgres'),
    port: Number(port),
    tls,
  });

  const withSuperuser: Postgres['withSuperuser'] = async (
    work,
    database = 'postgres',
  ) => {
    const client = new Client({
      host: hostname,
      port: Number(port),
      user: superuser,
      password: server.superuserPassword,
      database,
    });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };

  return {
    id: 'postgres',
    async start() {
      await server.start();
      await withSuperuser(client =>
        ensureRoles(client, [portalRole, azureAdminRole]),
      );
    },
    stop: () => server.stop(),
    withSuperuser,
  };
}
