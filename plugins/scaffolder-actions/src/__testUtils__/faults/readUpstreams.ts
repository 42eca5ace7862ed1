import { execFile } from 'child_process';
import { readdirSync } from 'fs';
import { join } from 'path';
import { promisify } from 'util';
import {
  BlobServiceClient,
  StorageSharedKeyCredential,
} from '@azure/storage-blob';
import { JsonObject } from '@backstage/types';
import { TestSandbox } from '@socialgouv/fabrique-sandbox';
import { Client } from 'pg';
import { pickMade, pickOwn, StoredDocument } from './ownStores';

const run = promisify(execFile);

/**
 * Everything in the upstreams that bears a name, and how many things there are at all: read from the systems'
 * own stores, from Postgres and from git, past the code that is tested.
 */
export async function readUpstreams(
  sandbox: TestSandbox,
  name: string,
): Promise<JsonObject> {
  await waitForOperations(sandbox);
  const databases = await readPostgres(sandbox, name);
  const repositories = await readRepositories(sandbox, name);
  const containers = await readContainers(sandbox, name);
  const documents: JsonObject = {};
  const counts: JsonObject = {};
  for (const store of listStores(sandbox)) {
    const all = pickMade(store, readStore(sandbox, store));
    if (all.length > 0) counts[store] = all.length;
    const own = pickOwn(store, all, name);
    if (own.length > 0) {
      documents[store] = Object.fromEntries(
        // Numbers differ from run to run; their order does not.
        own.map(([key, document], index) => [
          key.includes(name) ? key : `#${index}`,
          document,
        ]),
      );
    }
  }
  return { counts, documents, databases, repositories, containers };
}

function listStores(sandbox: TestSandbox): string[] {
  return readdirSync(join(sandbox.dataDir, 'documents'))
    .filter(file => file.endsWith('.json'))
    .map(file => file.slice(0, -'.json'.length))
    .sort();
}

function readStore(sandbox: TestSandbox, store: string): StoredDocument[] {
  return sandbox.context.documents<JsonObject>(store).entries();
}

/** What Azure accepted from a killed process it does all the same. */
async function waitForOperations(sandbox: TestSandbox): Promise<void> {
  const isBusy = () =>
    listStores(sandbox)
      .filter(store => store.endsWith('operations'))
      .some(store =>
        readStore(sandbox, store).some(
          ([, { status }]) => status === 'InProgress',
        ),
      );
  for (let waited = 0; isBusy(); waited += 50) {
    // Servers take minutes, by the sandbox's own clock.
    if (waited > 2_000) sandbox.context.advance(60_000);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

async function readPostgres(
  { portPrefix }: TestSandbox,
  name: string,
): Promise<JsonObject> {
  const connect = async (database: string) => {
    const client = new Client({
      host: '127.0.0.1',
      port: Number(`${portPrefix}10`),
      user: 'fabriqueadmin',
      password: 'sandbox-postgres-admin',
      database,
    });
    await client.connect();
    return client;
  };
  const server = await connect('postgres');
  const { rows: roles } = await server.query<JsonObject>(
    `SELECT rolname, rolcanlogin, shobj_description(r.oid, 'pg_authid') AS comment,
            ARRAY(SELECT m.member::regrole::text FROM pg_auth_members m WHERE m.roleid = r.oid ORDER BY 1) AS members
       FROM pg_roles r WHERE rolname LIKE '%' || $1 || '%' ORDER BY rolname`,
    [name],
  );
  const { rows: databases } = await server.query<JsonObject>(
    `SELECT datname, datdba::regrole::text AS owner, shobj_description(oid, 'pg_database') AS comment,
            ARRAY(SELECT unnest(datacl)::text ORDER BY 1) AS acl
       FROM pg_database WHERE datname LIKE '%' || $1 || '%' ORDER BY datname`,
    [name],
  );
  await server.end();
  for (const database of databases) {
    const client = await connect(String(database.datname));
    const { rows } = await client.query<JsonObject>(
      `SELECT ARRAY(SELECT extname::text FROM pg_extension ORDER BY 1) AS extensions,
              ARRAY(SELECT unnest(nspacl)::text FROM pg_namespace WHERE nspname = 'public' ORDER BY 1) AS schema,
              ARRAY(SELECT unnest(defaclacl)::text FROM pg_default_acl ORDER BY 1) AS defaults`,
    );
    Object.assign(database, rows[0]);
    await client.end();
  }
  return { roles, databases };
}

/** Files and number of commits of each branch of repositories with the name; elsewhere, what its branches change. */
async function readRepositories(
  { dataDir }: TestSandbox,
  name: string,
): Promise<JsonObject> {
  const found: JsonObject = {};
  for (const forge of ['github', 'gitlab']) {
    const paths = readdirSync(join(dataDir, forge), {
      recursive: true,
      encoding: 'utf8',
    });
    for (const path of paths.filter(each => each.endsWith('.git'))) {
      const directory = join(dataDir, forge, path);
      const git = async (...args: string[]) =>
        (await run('git', ['-C', directory, ...args])).stdout.trim();
      const isShared = !path.includes(name);
      const hasOwn = () =>
        paths.some(
          each => each.startsWith(`${path}/refs/`) && each.includes(name),
        );
      // Mirrors follow by themselves.
      if (isShared && (forge === 'gitlab' || !hasOwn())) continue;
      const refs = await git('for-each-ref', '--format=%(refname)');
      const branches: JsonObject = {};
      for (const ref of refs.split('\n').filter(Boolean)) {
        if (isShared) {
          if (!ref.includes(name)) continue;
          const changes = await git('diff', '--unified=0', `HEAD...${ref}`);
          branches[ref] = {
            commits: Number(await git('rev-list', '--count', `HEAD..${ref}`)),
            changes: changes.match(/^[+-].*$/gm) ?? [],
          };
          continue;
        }
        branches[ref] = {
          commits: Number(await git('rev-list', '--count', ref)),
          files: (await git('ls-tree', '-r', '--name-only', ref)).split('\n'),
        };
      }
      found[`${forge}/${path}`] = branches;
    }
  }
  return found;
}

async function readContainers(
  sandbox: TestSandbox,
  name: string,
): Promise<JsonObject> {
  const found: JsonObject = {};
  const accounts = sandbox.context
    .documents<{ name: string; keys: string[] }>('blob-accounts')
    .list()
    .filter(account => account.name.includes(name));
  for (const account of accounts) {
    const client = new BlobServiceClient(
      `${sandbox.urls.blob}/${account.name}`,
      new StorageSharedKeyCredential(account.name, account.keys[0]),
      { keepAliveOptions: { enable: false } },
    );
    const containers: string[] = [];
    for await (const container of client.listContainers()) {
      containers.push(container.name);
    }
    found[account.name] = containers;
  }
  return found;
}
