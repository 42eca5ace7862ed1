// Partagé par l'application et par les tâches planifiées, qui tournent sans étape de compilation.
import { readFileSync } from 'node:fs';

/**
 * Dit si une base est configurée : par les variables PG*, ou par DATABASE_URL.
 *
 * @param {Record<string, string | undefined>} env
 */
export function isDatabaseConfigured(env) {
  return Boolean(env.PGHOST || env.DATABASE_URL);
}

/**
 * Traduit les variables d'environnement pour le pilote `pg`.
 *
 * PGSSLMODE absent ou `disable` : sans TLS. `no-verify` : TLS sans vérifier le certificat.
 * Toute autre valeur (`require`, `verify-full`…) vérifie le certificat, avec PGSSLROOTCERT s'il est donné.
 *
 * @param {Record<string, string | undefined>} env
 * @returns {import('pg').PoolConfig}
 */
export function toConnectionConfig(env) {
  const limits = {
    connectionTimeoutMillis: 3_000,
    query_timeout: 5_000,
    application_name: env.APP_NAME,
  };
  if (!env.PGHOST) return { ...limits, connectionString: env.DATABASE_URL };
  return {
    ...limits,
    host: env.PGHOST,
    port: Number(env.PGPORT || 5432),
    user: env.PGUSER,
    password: env.PGPASSWORD,
    database: env.PGDATABASE,
    ssl: toTls(env),
  };
}

/** @param {Record<string, string | undefined>} env */
function toTls({ PGSSLMODE, PGSSLROOTCERT }) {
  if (!PGSSLMODE || PGSSLMODE === 'disable') return false;
  if (PGSSLMODE === 'no-verify') return { rejectUnauthorized: false };
  return PGSSLROOTCERT ? { ca: readFileSync(PGSSLROOTCERT, 'utf8') } : true;
}
