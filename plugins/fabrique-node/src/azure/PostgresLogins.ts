import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { Ownership, toOwnershipTags } from '../provisioning/ownership';
import { isUpstreamError } from '../upstream';
import {
  CallOptions,
  Connect,
  createPostgresConnect,
  PostgresServerAccess,
} from './createPostgresConnect';
import { isOthersTurn, RotationTurn } from './RotationTurn';

/** Longest identifier of Postgres, in bytes. */
const identifierLimit = 63;
/** Beside the owner, in the comment of a role. */
const markKey = 'fabrique-login';
/** Beside it: the task that gave the role its password. */
const taskKey = 'fabrique-login-task';

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
  /** The task that gave it its password at the last rotation, or is about to. */
  task?: string;
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
          return {
            name,
            exists: row !== undefined,
            ...readMark(row?.comment),
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

  /**
   * Makes a login that does not exist, and gives it a password. The one that it had stops working.
   *
   * @returns false, and changes nothing, if another task has come first.
   */
  async prepare(
    login: {
      user: string;
      name: string;
      database: string;
      owner: Ownership;
      password: string;
      turn: RotationTurn;
    },
    options: CallOptions = {},
  ): Promise<boolean> {
    const { user, name, database, owner, password, turn } = login;
    const [role, base, db] = [name, user, database].map(escapeIdentifier);
    return this.#connect(
      { database: 'postgres', operation: `prepare the login ${name}` },
      options,
      async client => {
        await client.query('BEGIN');
        const { exists, task } = await lock(client, name);
        if (isOthersTurn(task, turn)) return false;
        if (!exists) await client.query(`CREATE ROLE ${role}`);
        if (name !== user) {
          await client.query(`GRANT ${base} TO ${role}`);
          await client.query(
            `ALTER ROLE ${role} IN DATABASE ${db} SET role = ${escapeLiteral(
              user,
            )}`,
          );
        }
        await client.query(
          toMark(name, owner, { mark: 'pending', task: turn.task }),
        );
        await client.query(
          `ALTER ROLE ${role} WITH LOGIN PASSWORD ${escapeLiteral(password)}`,
        );
        await client.query('COMMIT');
        return true;
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

  /**
   * Says which login the application has. May be repeated.
   *
   * @returns false, and changes nothing, if another task has given the login another password.
   */
  async setCurrent(
    login: { user: string; name: string; owner: Ownership; task: string },
    options: CallOptions = {},
  ): Promise<boolean> {
    const { user, name, owner, task } = login;
    return this.#connect(
      { database: 'postgres', operation: `note the login ${name}` },
      options,
      async client => {
        await client.query('BEGIN');
        if ((await lock(client, name)).task !== task) return false;
        await client.query(toMark(name, owner, { mark: 'current', task }));
        const other = name === user ? toSecondLogin(user) : user;
        const { rowCount } = await client.query(
          'SELECT FROM pg_roles WHERE rolname = $1',
          [other],
        );
        if (rowCount) await client.query(toMark(other, owner));
        await client.query('COMMIT');
        return true;
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

/** Has others wait for the end of the transaction, and reads whose the login is. */
async function lock(
  client: Client,
  name: string,
): Promise<{ exists: boolean; task?: string }> {
  await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [name]);
  const { rows } = await client.query<{ comment: string | null }>(
    `SELECT shobj_description(oid, 'pg_authid') AS comment
       FROM pg_roles WHERE rolname = $1`,
    [name],
  );
  return { exists: rows.length > 0, task: readMark(rows[0]?.comment).task };
}

function readMark(
  comment: string | null | undefined,
): Pick<LoginState, 'mark' | 'task'> {
  const read = (key: string) =>
    new RegExp(`"${key}":"([^"]+)"`).exec(comment ?? '')?.[1];
  const [mark, task] = [read(markKey), read(taskKey)];
  return {
    ...((mark === 'pending' || mark === 'current') && { mark }),
    ...(task && { task }),
  };
}

function toMark(
  name: string,
  owner: Ownership,
  { mark, task }: Pick<LoginState, 'mark' | 'task'> = {},
): string {
  const comment = JSON.stringify({
    ...toOwnershipTags(owner),
    ...(mark && { [markKey]: mark }),
    ...(task && { [taskKey]: task }),
  });
  return `COMMENT ON ROLE ${escapeIdentifier(name)} IS ${escapeLiteral(
    comment,
  )}`;
}
