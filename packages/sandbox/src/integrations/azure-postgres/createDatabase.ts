import { escapeIdentifier, escapeLiteral } from 'pg';
import { Postgres } from '../../postgres/createPostgres';

/** As Azure does, refuses the extensions that the server parameter does not name. */
const extensionGuard = `
BEGIN;
CREATE SCHEMA IF NOT EXISTS azure;
CREATE OR REPLACE FUNCTION azure.guard_extensions() RETURNS event_trigger
LANGUAGE plpgsql AS $guard$
DECLARE
  created record;
  allowed text[] := string_to_array(
    upper(replace(coalesce(current_setting('azure.extensions', true), ''), ' ', '')), ',');
BEGIN
  IF (SELECT rolsuper FROM pg_roles WHERE rolname = session_user) THEN RETURN; END IF;
  FOR created IN SELECT * FROM pg_event_trigger_ddl_commands() WHERE object_type = 'extension' LOOP
    IF NOT upper(replace(created.object_identity, '"', '')) = ANY (allowed) THEN
      RAISE EXCEPTION 'extension "%" is not allow-listed for users in Azure Database for PostgreSQL',
        replace(created.object_identity, '"', '')
        USING ERRCODE = 'feature_not_supported',
          HINT = 'To see the allow-list, run: SHOW azure.extensions;';
    END IF;
  END LOOP;
END
$guard$;
DROP EVENT TRIGGER IF EXISTS azure_guard_extensions;
CREATE EVENT TRIGGER azure_guard_extensions ON ddl_command_end
  WHEN TAG IN ('CREATE EXTENSION') EXECUTE FUNCTION azure.guard_extensions();
COMMIT;
`;

/** Whether there really is such a database. */
export async function hasDatabase(
  postgres: Postgres,
  name: string,
): Promise<boolean> {
  return await postgres.withSuperuser(async client => {
    const { rowCount } = await client.query(
      'SELECT 1 FROM pg_database WHERE datname = $1',
      [name],
    );
    return Boolean(rowCount);
  });
}

/** Makes a database that belongs to a server's administrator; one that is there stays as it is. */
export async function createDatabase(
  postgres: Postgres,
  options: { name: string; owner: string; extensions: string },
): Promise<void> {
  const { name, owner, extensions } = options;
  if (!(await hasDatabase(postgres, name)))
    await postgres.withSuperuser(client =>
      client.query(
        `CREATE DATABASE ${escapeIdentifier(name)} OWNER ${escapeIdentifier(
          owner,
        )} TEMPLATE template0`,
      ),
    );
  await allowExtensions(postgres, name, extensions);
  await postgres.withSuperuser(client => client.query(extensionGuard), name);
}

/** Sets the server parameter `azure.extensions` for one database; new connections see it. */
export async function allowExtensions(
  postgres: Postgres,
  database: string,
  extensions: string,
): Promise<void> {
  await postgres.withSuperuser(client =>
    client.query(
      `ALTER DATABASE ${escapeIdentifier(
        database,
      )} SET "azure.extensions" = ${escapeLiteral(extensions)}`,
    ),
  );
}

/** Drops a database and disconnects who uses it. */
export async function dropDatabase(
  postgres: Postgres,
  name: string,
): Promise<void> {
  await postgres.withSuperuser(client =>
    client.query(
      `DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`,
    ),
  );
}
