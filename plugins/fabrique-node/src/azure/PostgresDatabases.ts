import { Client, DatabaseError, escapeIdentifier, escapeLiteral } from 'pg';
import {
  fromOwnershipComment,
  Ownership,
  toOwnershipComment,
} from '../provisioning/ownership';
import {
  CallOptions,
  Connect,
  createPostgresConnect,
  PostgresServerAccess,
} from './createPostgresConnect';
import { PostgresLogins, toSecondLogin } from './PostgresLogins';

const insufficientPrivilege = '42501';

/**
 * A database and its role, as far as the actions look at them.
 *
 * @public
 */
export interface DatabaseState {
  databaseExists: boolean;
  roleExists: boolean;
  owner?: Ownership;
  /** Extensions that the database has. */
  extensions: string[];
}

interface FoundDatabase {
  databaseExists: boolean;
  databaseComment: string | null;
  roleExists: boolean;
  roleComment: string | null;
}

/**
 * What a database should be.
 *
 * @public
 */
export interface DatabaseWish {
  database: string;
  user: string;
  owner: Ownership;
  extensions: readonly string[];
}

/**
 * Databases and roles of one server. Every method throws `UpstreamError`.
 *
 * @public
 */
export class PostgresDatabases {
  readonly logins: PostgresLogins;
  readonly #connect: Connect;

  constructor(access: PostgresServerAccess) {
    this.#connect = createPostgresConnect(access);
    this.logins = new PostgresLogins(access, this.#connect);
  }

  /** Reads a database and its role. */
  async read(
    wish: Pick<DatabaseWish, 'database' | 'user'>,
    options: CallOptions = {},
  ): Promise<DatabaseState> {
    const { database } = wish;
    const found = await this.#connect(
      { database: 'postgres', operation: `read database ${database}` },
      options,
      client => findDatabase(client, wish),
    );
    const { databaseExists, roleExists } = found;
    const extensions = databaseExists
      ? await this.#listExtensions(database, options)
      : [];
    return {
      databaseExists,
      roleExists,
      // The role is made before its database: it says whose a half-made database is.
      owner:
        fromOwnershipComment(found.databaseComment) ??
        fromOwnershipComment(found.roleComment),
      extensions,
    };
  }

  /** Makes the role, the database, its extensions and grants, where they are missing. May be repeated. */
  async put(wish: DatabaseWish, options: CallOptions = {}): Promise<void> {
    const { database, user } = wish;
    const operation = `create database ${database}`;
    const comment = escapeLiteral(toOwnershipComment(wish.owner));
    const [db, role] = [database, user].map(escapeIdentifier);
    await this.#connect(
      { database: 'postgres', operation },
      options,
      async client => {
        // Here, as a broken connection is tried again.
        const found = await findDatabase(client, wish);
        if (!found.roleExists) {
          await client.query('BEGIN');
          await client.query(`CREATE ROLE ${role} LOGIN`);
          await client.query(`COMMENT ON ROLE ${role} IS ${comment}`);
          await client.query('COMMIT');
        }
        await client.query(`GRANT ${role} TO CURRENT_USER`);
        if (!found.databaseExists) {
          await client.query(`CREATE DATABASE ${db} OWNER ${role}`);
        }
        // Adopted, or killed before it said whose it is.
        if (found.roleExists && !fromOwnershipComment(found.roleComment)) {
          await client.query(`COMMENT ON ROLE ${role} IS ${comment}`);
        }
        if (!fromOwnershipComment(found.databaseComment)) {
          await client.query(`COMMENT ON DATABASE ${db} IS ${comment}`);
        }
        await client.query(`REVOKE ALL ON DATABASE ${db} FROM PUBLIC`);
        await client.query(
          `GRANT ALL PRIVILEGES ON DATABASE ${db} TO ${role}, CURRENT_USER`,
        );
      },
    );
    // Grants on schemas count in the database in which they are made.
    await this.#connect({ database, operation }, options, async client => {
      for (const extension of wish.extensions) {
        await client.query(
          `CREATE EXTENSION IF NOT EXISTS ${escapeIdentifier(extension)}`,
        );
      }
      await client.query(`GRANT USAGE, CREATE ON SCHEMA public TO ${role}`);
      await client.query(`GRANT ALL ON ALL TABLES IN SCHEMA public TO ${role}`);
      await client.query(
        `GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO ${role}`,
      );
      // What the administrator makes later, in a restore for example.
      for (const kind of ['TABLES', 'SEQUENCES']) {
        await client.query(
          `ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ALL PRIVILEGES ON ${kind} TO ${role}`,
        );
      }
    });
  }

  /** Gives a role a password. The one that it had stops working. */
  async setPassword(
    user: string,
    password: string,
    options: CallOptions = {},
  ): Promise<void> {
    await this.#connect(
      { database: 'postgres', operation: `set the password of ${user}` },
      options,
      client =>
        client.query(
          `ALTER ROLE ${escapeIdentifier(
            user,
          )} WITH LOGIN PASSWORD ${escapeLiteral(password)}`,
        ),
    );
  }

  /** How many tables of a database hold rows; extensions' own do not count. */
  async countFilledTables(
    database: string,
    options: CallOptions = {},
  ): Promise<number> {
    return this.#connect(
      { database, operation: `look into ${database}` },
      options,
      async client => {
        const { rows: tables } = await client.query<{ name: string }>(
          `SELECT format('%I.%I', n.nspname, c.relname) AS name
             FROM pg_class c
             JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p')
              AND n.nspname NOT IN ('pg_catalog', 'information_schema')
              AND NOT EXISTS (SELECT FROM pg_depend d
                               WHERE d.objid = c.oid AND d.deptype = 'e')`,
        );
        let filled = 0;
        for (const { name } of tables) {
          // Statistics would be cheaper, and may be hours old.
          const { rows } = await client.query(
            `SELECT EXISTS (SELECT FROM ${name}) AS filled`,
          );
          if (rows[0].filled) filled += 1;
        }
        return filled;
      },
    );
  }

  /** Removes a database and its role, with those who are connected. May be repeated. */
  async drop(
    { database, user }: Pick<DatabaseWish, 'database' | 'user'>,
    options: CallOptions = {},
  ): Promise<void> {
    const [db, role] = [database, user].map(escapeIdentifier);
    await this.#connect(
      { database: 'postgres', operation: `drop database ${database}` },
      options,
      async client => {
        await dropDatabase(client, db);
        const { roleExists } = await findDatabase(client, { database, user });
        if (!roleExists) return;
        await client.query(`GRANT ${role} TO CURRENT_USER`);
        await client.query(`DROP OWNED BY ${role} CASCADE`);
        await client.query(`DROP ROLE ${role}`);
        // Of a rotation; it owns nothing.
        const second = escapeIdentifier(toSecondLogin(user));
        await client.query(`DROP ROLE IF EXISTS ${second}`);
      },
    );
  }

  #listExtensions(database: string, options: CallOptions): Promise<string[]> {
    return this.#connect(
      { database, operation: `read extensions of ${database}` },
      options,
      async client => {
        const { rows } = await client.query<{ extname: string }>(
          'SELECT extname FROM pg_extension ORDER BY extname',
        );
        return rows.map(({ extname }) => extname);
      },
    );
  }
}

/**
 * With FORCE, Postgres ends nobody's session if there is one that only a superuser may end, such as an
 * autovacuum's. Without, it ends autovacuums by itself and waits some seconds for the others to leave.
 *
 * @see https://www.postgresql.org/docs/current/sql-dropdatabase.html
 */
async function dropDatabase(client: Client, db: string): Promise<void> {
  const force = `DROP DATABASE IF EXISTS ${db} WITH (FORCE)`;
  try {
    await client.query(force);
  } catch (error) {
    if ((error as DatabaseError).code !== insufficientPrivilege) throw error;
    await client
      .query(`DROP DATABASE IF EXISTS ${db}`)
      .catch(() => client.query(force));
  }
}

async function findDatabase(
  client: Client,
  { database, user }: Pick<DatabaseWish, 'database' | 'user'>,
): Promise<FoundDatabase> {
  const { rows } = await client.query<FoundDatabase>(
    `SELECT d.oid IS NOT NULL AS "databaseExists",
            shobj_description(d.oid, 'pg_database') AS "databaseComment",
            r.oid IS NOT NULL AS "roleExists",
            shobj_description(r.oid, 'pg_authid') AS "roleComment"
       FROM (SELECT 1) AS one
       LEFT JOIN pg_database d ON d.datname = $1
       LEFT JOIN pg_roles r ON r.rolname = $2`,
    [database, user],
  );
  return rows[0];
}
