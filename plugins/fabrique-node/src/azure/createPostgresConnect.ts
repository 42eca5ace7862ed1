import { Client } from 'pg';
import { createUpstreamPolicy } from '../upstream';
import { toPostgresError } from './toPostgresError';

/**
 * How a Postgres server is reached by its administrator.
 *
 * @public
 */
export interface PostgresServerAccess {
  host: string;
  port: number;
  adminUser: string;
  adminPassword: string;
  rejectUnauthorized: boolean;
  /** Certificates of authorities that are trusted in place of those of Node, as PEM. */
  ca?: string;
}

/** A call that its caller may end. */
export interface CallOptions {
  signal?: AbortSignal;
}

/** Uses a connection to a database of the server; what it does there must bear being repeated. */
export type Connect = <T>(
  call: { database: string; operation: string },
  options: CallOptions,
  use: (client: Client) => Promise<T>,
) => Promise<T>;

/**
 * Gives the administrator's connections to a server, one for each call, tried again when they break.
 * Every call throws `UpstreamError`.
 */
export function createPostgresConnect(access: PostgresServerAccess): Connect {
  const { host, port, adminUser, adminPassword, rejectUnauthorized, ca } =
    access;
  const policy = createUpstreamPolicy({
    service: 'Postgres',
    secrets: [adminPassword],
    timeoutMs: 30_000,
  });
  return ({ database, operation }, options, use) =>
    policy.run(
      { name: operation, idempotent: true, ...options },
      async signal => {
        const client = new Client({
          host,
          port,
          user: adminUser,
          password: adminPassword,
          database,
          ssl: { rejectUnauthorized, ...(ca && { ca }) },
          connectionTimeoutMillis: 10_000,
          statement_timeout: 25_000,
          application_name: 'fabrique',
        });
        // A connection that breaks while it rests must not end the process; the next query says so.
        client.on('error', () => undefined);
        const end = () => void client.end();
        signal.addEventListener('abort', end, { once: true });
        try {
          await client.connect();
          return await use(client);
        } catch (error) {
          throw toPostgresError(error, operation);
        } finally {
          signal.removeEventListener('abort', end);
          await client.end();
        }
      },
    );
}
