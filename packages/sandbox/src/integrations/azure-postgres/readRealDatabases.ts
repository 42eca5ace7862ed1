import { sharedServers } from '../../fleet/azureNames';
import { Postgres } from '../../postgres/createPostgres';
import { portalRole } from '../../postgres/ensureRoles';
import { superuser } from '../../postgres/PostgresServer';
import { ServerDocument } from './postgresState';

/** A database that is really there. */
export interface RealDatabase {
  name: string;
  sizeBytes: number;
  connections: number;
}

/** Every database of the real Postgres but the portal's own, and those that bear an administrator's name. */
export async function readRealDatabases(
  postgres: Postgres,
): Promise<RealDatabase[]> {
  return await postgres.withSuperuser(async client => {
    const { rows } = await client.query<{
      name: string;
      size: string;
      connections: string;
    }>(
      `SELECT datname AS name, pg_database_size(d.oid) AS size,
              (SELECT count(*) FROM pg_stat_activity a WHERE a.datid = d.oid) AS connections
         FROM pg_database d JOIN pg_roles owner ON owner.oid = datdba
        WHERE NOT datistemplate AND owner.rolname <> ALL ($1)
          AND NOT (owner.rolcreaterole AND owner.rolname = datname)`,
      [[portalRole.name, superuser]],
    );
    return rows.map(({ name, size, connections }) => ({
      name,
      sizeBytes: Number(size),
      connections: Number(connections),
    }));
  });
}

/**
 * Those of one server: the databases that were made through Azure are in its document. One real
 * Postgres stands behind all servers, so one that was made with SQL is told by its name: on the shared
 * servers it ends with the environment, but for production.
 */
export function pickDatabases(
  server: ServerDocument,
  servers: ServerDocument[],
  real: RealDatabase[],
): RealDatabase[] {
  const known = new Set(
    servers.flatMap(({ databases }) => Object.keys(databases)),
  );
  const isOfStage = (name: string) =>
    server.name ===
    (/_(dev|preprod)$/.test(name) ? sharedServers.dev : sharedServers.prod);
  return real.filter(({ name }) =>
    known.has(name) ? name in server.databases : isOfStage(name),
  );
}
