import { isDatabaseConfigured } from '../../database/connection.mjs';

type Env = Record<string, string | undefined>;

export type Stage = 'local' | 'dev' | 'preprod' | 'prod';

export interface Settings {
  stage: Stage;
  /** Les pages de démonstration acceptent-elles d'écrire ? Non en production : elles sont ouvertes à tous. */
  writable: boolean;
  database: boolean;
  storage?: { account: string; key: string; endpoint: string; container: string };
  matomo?: { url: string; siteId: string };
  sentry?: { dsn: string; environment: string; release?: string };
}

/** Lit l'environnement, à l'exécution : la même image sert à tous les environnements. */
export function readSettings(env: Env = process.env): Settings {
  const stage = toStage(env.APP_ENV);
  return {
    stage,
    writable: stage !== 'prod',
    database: isDatabaseConfigured(env),
    storage: toStorage(env),
    matomo: toMatomo(env),
    sentry: toSentry(env, stage),
  };
}

function toStage(value: string | undefined): Stage {
  if (!value) return 'local';
  if (value === 'local' || value === 'dev' || value === 'preprod' || value === 'prod') return value;
  throw new Error(`APP_ENV vaut '${value}' : attendu local, dev, preprod ou prod`);
}

function toStorage(env: Env): Settings['storage'] {
  const { azurestorageaccountname: account, azurestorageaccountkey: key } = env;
  if (!account || !key) return undefined;
  return {
    account,
    key,
    endpoint: env.AZURE_STORAGE_BLOB_ENDPOINT || `https://${account}.blob.core.windows.net`,
    container: env.AZURE_STORAGE_CONTAINER || 'app',
  };
}

function toMatomo(env: Env): Settings['matomo'] {
  // Écrits `process.env.NEXT_PUBLIC_…`, ces noms seraient figés au moment de la compilation.
  const url = env['NEXT_PUBLIC_MATOMO_URL'];
  const siteId = env['NEXT_PUBLIC_MATOMO_SITE_ID'];
  if (!url || !siteId) return undefined;
  return { url: url.replace(/\/+$/, ''), siteId };
}

function toSentry(env: Env, stage: Stage): Settings['sentry'] {
  if (!env.SENTRY_DSN) return undefined;
  return {
    dsn: env.SENTRY_DSN,
    environment: env.SENTRY_ENVIRONMENT || stage,
    release: env.SENTRY_RELEASE || undefined,
  };
}
