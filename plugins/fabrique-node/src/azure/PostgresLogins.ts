import { escapeIdentifier, escapeLiteral } from 'pg';
import { Ownership, toOwnershipTags } from '../provisioning/ownership';
import { isUpstreamError } from '../upstream';
import {
  CallOptions,
  Connect,
  createPostgresConnect,
  PostgresServerAccess,
} from './createPostgresConnect';

/** Longest identifier of Postgres, in bytes. */
const identifierLimit = 63;
/** Beside the owner, in the comment of a role. */
const markKey = 'fabrique-login';

/**
 * One of the two roles with which an application may log in.
 *
 * @public
 */
export interface LoginState {
  name: string;
  exists: boolean;
  /** `pending`: it has a password that may not have reached anybody. */
  mark?: 'pending' | 'current';
  /** Connections under way. */
  sessions: number;
}

/**
 * The role that an application logs in with, and the one that it will after the next rotation.
 *
 * @public
 */
export interface LoginPair {
  current: LoginState;
  next: LoginState;
}

/**
 * Two roles with which an application logs in by turns, so that a password can be changed while the one
 * before it works. The second acts as the first from its login on: what it makes belongs to the first.
 * Every method throws `UpstreamError`.
 *
 * @public
 */
export class PostgresLogins {
  readonly #access: PostgresServerAccess;
  readonly #connect: Connect;

  constructor(access: PostgresServerAccess, connect: Connect) {
    this.#access = access;
    this.#connect = connect;
  }

  /** Tells which of the two is in use. Without a mark it is the first, as when it was made. */
  async read(user: string, options: CallOptions = {}): Promise<LoginPair> {
    const second = toSecondLogin(user);
    const states = await this.#connect(
      { database: 'postgres', operation: `read the logins of ${user}` },
      options,
      async client => {
        const { rows } = await client.query<{
          name: string;
          comment: string | null;
          sessions: number;
        }>(
          `SELECT r.rolname AS name,
                  shobj_description(r.oid, 'pg_authid') AS comment,
                  (SELECT count(*)::int FROM pg_stat_activity a
                    WHERE a.usename = r.rolname) AS sessions
             FROM pg_roles r WHERE r.rolname = ANY($1)`,
          [[user, second]],
        );
        return [user, second].map((name): LoginState => {
          const row = rows.find(one => one.name === name);
          const mark = readMark(row?.comment);
          return {
            name,
            exists: row !== undefined,
            ...(mark && { mark }),
            sessions: row?.sessions ?? 0,
          };
        });
      },
    );
    const [first, other] = states;
    const used =
      // One that somebody logs in with has reached the application.
      states.find(({ mark, sessions }) => mark === 'pending' && sessions > 0) ??
      states.find(({ mark }) => mark === 'current') ??
      first;
    return { current: used, next: used === first ? other : first };
  }

  /** Makes a login that does not exist, and gives it a password. The one that it had stops working. */
  async prepare(
    login: {
      user: string;
      name: string;
      database: string;
      owner: Ownership;
      password: string;
    },
    options: CallOptions = {},
  ): Promise<void> {
    const { user, name, database, owner, password } = login;
    const [role, base, db] = [name, user, database].map(escapeIdentifier);
    await this.#connect(
      { database: 'postgres', operation: `prepare the login ${name}` },
      options,
      async client => {
        const { rowCount } = await client.query(
          'SELECT FROM pg_roles WHERE rolname = $1',
          [name],
        );
        await client.query('BEGIN');
        if (!rowCount) await client.query(`CREATE ROLE ${role}`);
        if (name !== user) {
          await client.query(`GRANT ${base} TO ${role}`);
          await client.query(
            `ALTER ROLE ${role} IN DATABASE ${db} SET role = ${escapeLiteral(
              user,
            )}`,
          );
        }
        await client.query(toMark(name, owner, 'pending'));
        await client.query(
          `ALTER ROLE ${role} WITH LOGIN PASSWORD ${escapeLiteral(password)}`,
        );
        await client.query('COMMIT');
      },
    );
  }

  /** Tells whether somebody can log in with a password. */
  async accepts(
    login: { name: string; database: string; password: string },
    options: CallOptions = {},
  ): Promise<boolean> {
    const { name, database, password } = login;
    const connect = createPostgresConnect({
      ...this.#access,
      adminUser: name,
      adminPassword: password,
    });
    try {
      await connect(
        { database, operation: `log in as ${name}` },
        options,
        client => client.query('SELECT 1'),
      );
      return true;
    } catch (error) {
      if (isUpstreamError(error) && error.kind === 'auth') return false;
      throw error;
    }
  }

  /** Says which login the application has. May be repeated. */
  async setCurrent(
    login: { user: string; name: string; owner: Ownership },
    options: CallOptions = {},
  ): Promise<void> {
    const { user, name, owner } = login;
    await this.#connect(
      { database: 'postgres', operation: `note the login ${name}` },
      options,
      async client => {
        await client.query('BEGIN');
        await client.query(toMark(name, owner, 'current'));
        const other = name === user ? toSecondLogin(user) : user;
        const { rowCount } = await client.query(
          'SELECT FROM pg_roles WHERE rolname = $1',
          [other],
        );
        if (rowCount) await client.query(toMark(other, owner));
        await client.query('COMMIT');
      },
    );
  }

  /** Takes the password of a login away; nobody can log in with it any more. May be repeated. */
  async retire(name: string, options: CallOptions = {}): Promise<void> {
    await this.#connect(
      { database: 'postgres', operation: `retire the login ${name}` },
      options,
      client =>
        client.query(`ALTER ROLE ${escapeIdentifier(name)} PASSWORD NULL`),
    );
  }
}

/** Name of the second role. */
export function toSecondLogin(user: string): string {
  return `${user.slice(0, identifierLimit - 2)}_2`;
}

function readMark(comment: string | null | undefined): LoginState['mark'] {
  const [, mark] =
    new RegExp(`"${markKey}":"(pending|current)"`).exec(comment ?? '') ?? [];
  return mark as LoginState['mark'];
}

function toMark(
  name: string,
  owner: Ownership,
  mark?: LoginState['mark'],
): string {
  const comment = JSON.stringify({
    ...toOwnershipTags(owner),
    ...(mark && { [markKey]: mark }),
  });
  return `COMMENT ON ROLE ${escapeIdentifier(name)} IS ${escapeLiteral(
    comment,
  )}`;
}
