import { existsSync, readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import {
  BlobServiceClient,
  StorageSharedKeyCredential,
} from '@azure/storage-blob';
import { JsonObject } from '@backstage/types';
import { TestSandbox } from '@socialgouv/fabrique-sandbox';
import { Client } from 'pg';
import { parse } from 'yaml';
import { openSealedSecret, readSealingKeys } from '../openSealedSecrets';
import { Workspaces } from './ActionRow';

/** Logs in with every secret that there is for a database, and says with which that works. */
export async function readLogins(
  sandbox: TestSandbox,
  _name: string,
  workspaces: Workspaces,
): Promise<JsonObject> {
  return readAll(sandbox, workspaces, /pg-user/, async secret => ({
    user: secret.PGUSER,
    works: await canLogIn(sandbox, secret),
  }));
}

/** The same of a storage account. */
export async function readKeys(
  sandbox: TestSandbox,
  name: string,
  workspaces: Workspaces,
): Promise<JsonObject> {
  return readAll(sandbox, workspaces, /volume/, async secret => ({
    works: await canRead(sandbox, `${name}-dev`, secret),
  }));
}

async function readAll(
  sandbox: TestSandbox,
  { before, own }: Workspaces,
  file: RegExp,
  open: (secret: Record<string, string>) => Promise<JsonObject>,
): Promise<JsonObject> {
  const keys = readSealingKeys(sandbox.dataDir);
  const credentials: JsonObject = {};
  for (const [index, workspace] of [...before, own].entries()) {
    const folder = join(workspace, '.socialgouv/environments/dev');
    // A retirement makes none.
    if (!existsSync(folder)) continue;
    for (const found of readdirSync(folder).filter(one => file.test(one))) {
      const manifest = readFileSync(join(folder, found), 'utf8');
      const secret = openSealedSecret(parse(manifest), keys);
      credentials[`#${index}`] = await open(secret);
    }
  }
  return { credentials };
}

async function canLogIn(
  sandbox: TestSandbox,
  secret: Record<string, string>,
): Promise<boolean> {
  const client = new Client({
    host: secret.PGHOST,
    port: Number(secret.PGPORT),
    user: secret.PGUSER,
    password: secret.PGPASSWORD,
    database: secret.PGDATABASE,
    ssl: { ca: readFileSync(sandbox.caCertificatePath, 'utf8') },
  });
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch (error) {
    // Another password, or none at all.
    if ((error as { code?: string }).code === '28P01') return false;
    throw error;
  } finally {
    await client.end();
  }
}

async function canRead(
  { urls }: TestSandbox,
  container: string,
  secret: Record<string, string>,
): Promise<boolean> {
  const account = secret.azurestorageaccountname;
  const client = new BlobServiceClient(
    `${urls.blob}/${account}`,
    new StorageSharedKeyCredential(account, secret.azurestorageaccountkey),
    { keepAliveOptions: { enable: false }, retryOptions: { maxTries: 1 } },
  );
  try {
    return await client.getContainerClient(container).exists();
  } catch (error) {
    // Azure refuses the signature of a key that was made anew.
    if ((error as { statusCode?: number }).statusCode === 403) return false;
    throw error;
  }
}
