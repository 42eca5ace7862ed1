import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

// Un numéro propre à ce dépôt : deux répliques qui démarrent ensemble passent l'une après l'autre.
const LOCK_KEY = 7_201_001;

/**
 * Applique dans l'ordre les fichiers SQL qui ne l'ont pas encore été, chacun dans sa transaction.
 *
 * @param {import('pg').ClientBase} client
 * @param {string} folder
 * @returns {Promise<string[]>} les fichiers appliqués cette fois
 */
export async function migrate(client, folder) {
  const files = (await readdir(folder)).filter(file => file.endsWith('.sql')).sort();
  await client.query('SELECT pg_advisory_lock($1)', [LOCK_KEY]);
  try {
    await client.query(
      'CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())',
    );
    const { rows } = await client.query('SELECT name FROM migrations');
    const done = new Set(rows.map(row => row.name));
    const pending = files.filter(file => !done.has(file));
    for (const file of pending) {
      await applyFile(client, file, await readFile(join(folder, file), 'utf8'));
    }
    return pending;
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [LOCK_KEY]);
  }
}

/**
 * @param {import('pg').ClientBase} client
 * @param {string} file
 * @param {string} sql
 */
async function applyFile(client, file, sql) {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query('INSERT INTO migrations (name) VALUES ($1)', [file]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(`La migration ${file} a échoué`, { cause: error });
  }
}
