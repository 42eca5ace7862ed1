import { join } from 'node:path';
import { Pool } from 'pg';
import { toConnectionConfig } from '../../database/connection.mjs';
import { migrate } from '../../database/migrate.mjs';
import { log, toErrorFields } from './log';

// Cinq connexions par réplique : le serveur partagé en donne 50 par cœur, à toutes les applications.
const MAX_CONNECTIONS = 5;

interface Database {
  pool: Pool;
  migrated?: Promise<void>;
}

// Next.js charge ce module une fois par paquet compilé : la base, elle, n'est ouverte qu'une fois par processus.
const shared = globalThis as typeof globalThis & { database?: Database };

function openDatabase(): Database {
  const pool = new Pool({ ...toConnectionConfig(process.env), max: MAX_CONNECTIONS });
  pool.on('error', error => log('warn', 'connexion à la base perdue', toErrorFields(error)));
  return { pool };
}

/** Donne la base, migrations appliquées. Une migration qui échoue est retentée à l'appel suivant. */
export async function connectDatabase(): Promise<Pool> {
  const database = (shared.database ??= openDatabase());
  database.migrated ??= migrateOnce(database.pool).catch(error => {
    database.migrated = undefined;
    throw error;
  });
  await database.migrated;
  return database.pool;
}

async function migrateOnce(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    const applied = await migrate(client, join(process.cwd(), 'database', 'migrations'));
    log('info', 'base prête', { applied });
  } finally {
    client.release();
  }
}
