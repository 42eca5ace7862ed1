import { Client } from 'pg';

const connect = async (portPrefix: number, database: string) => {
  const client = new Client({
    host: '127.0.0.1',
    port: Number(`${portPrefix}10`),
    user: 'portal',
    password: 'portal',
    database,
  });
  await client.connect();
  return client;
};

/** Every row of every table of the portal's own databases, as JSON. */
export async function dumpPortalDatabases(portPrefix: number): Promise<string> {
  const root = await connect(portPrefix, 'postgres');
  const { rows: databases } = await root.query<{ datname: string }>(
    `SELECT datname FROM pg_database JOIN pg_roles ON pg_roles.oid = datdba WHERE rolname = 'portal'`,
  );
  await root.end();
  const dumps: string[] = [];
  for (const { datname } of databases) {
    const client = await connect(portPrefix, datname);
    const { rows: tables } = await client.query<{
      schema: string;
      name: string;
    }>(
      `SELECT table_schema AS schema, table_name AS name FROM information_schema.tables
       WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
    );
    for (const { schema, name } of tables) {
      const { rows } = await client.query(
        `SELECT row_to_json(t) AS row FROM "${schema}"."${name}" t`,
      );
      dumps.push(`${datname}.${name} ${JSON.stringify(rows)}`);
    }
    await client.end();
  }
  return dumps.join('\n');
}
