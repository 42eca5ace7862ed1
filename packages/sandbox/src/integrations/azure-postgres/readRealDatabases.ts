import { sharedServers } from '../../fleet/azureNames';
import { Postgres } from '../../postgres/createPostgres';
import { azureAdminRole, portalRole } from '../../postgres/ensureRoles';
import { superuser } from '../../postgres/PostgresServer';
import { ServerDocument } from './postgresState';

/** Who administers the servers that applications share, and those of the seed. */
const sharedAdmin = azureAdminRole.name;

/** A database that is really there. */
export interface RealDatabase {
  name: string;
  sizeBytes: number;
  connections: number;
  /** Roles that own it, by themselves or as members of its owner. */
  administrators: string[];
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
      administrators: string[];
    }>(
      `SELECT datname AS name, pg_database_size(d.oid) AS size,
              (SELECT count(*) FROM pg_stat_activity a WHERE a.datid = d.oid) AS connections,
              ARRAY(SELECT role.rolname::text FROM pg_roles role
                     WHERE role.oid = datdba
                        OR EXISTS (SELECT FROM pg_auth_members
                                    WHERE roleid = datdba AND member = role.oid)) AS administrators
         FROM pg_database d JOIN pg_roles owner ON owner.oid = datdba
        WHERE NOT datistemplate AND owner.rolname <> ALL ($1)
          AND NOT (owner.rolcreaterole AND owner.rolname = datname)`,
      [[portalRole.name, superuser]],
    );
    return rows.map(({ name, size, connections, administrators }) => ({
      name,
      administrators,
      sizeBytes: Number(size),
      connections: Number(connections),
    }));
  });
}

/**
 * Those of one server: the databases that were made through Azure are in its document. One real
 * Postgres stands behind all servers, so one that was made with SQL is told by the administrator, where
 * the server has one of its own, and else by its name: on the shared servers it ends with the environment,
 * but for production.
 */
export function pickDatabases(
  server: ServerDocument,
  servers: ServerDocument[],
  real: RealDatabase[],
): RealDatabase[] {
  const known = new Set(
    servers.flatMap(({ databases }) => Object.keys(databases)),
  );
  const ownServers = new Map(
    servers
      .filter(({ administratorLogin }) => administratorLogin !== sharedAdmin)
      .map(({ administratorLogin, name }) => [administratorLogin, name]),
  );
  const findServerOf = ({ name, administrators }: RealDatabase) =>
    administrators.flatMap(role => ownServers.get(role) ?? [])[0] ??
    (/_(dev|preprod)$/.test(name) ? sharedServers.dev : sharedServers.prod);
  return real.filter(database =>
    known.has(database.name)
      ? database.name in server.databases
      : server.name === findServerOf(database),
  );
}
