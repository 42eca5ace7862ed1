import { readFileSync } from 'fs';
import { readFile } from 'fs/promises';
import { join } from 'path';
import { setTimeout as sleep } from 'timers/promises';
import { JsonObject } from '@backstage/types';
import {
  BlobServiceClient,
  StorageSharedKeyCredential,
} from '@azure/storage-blob';
import { Client } from 'pg';
import { parse } from 'yaml';
import {
  openSealedSecret,
  readSealingKeys,
} from '../__testUtils__/openSealedSecrets';
import { startActions, StartedActions } from '../__testUtils__/startActions';
import { TaskDouble } from '../__testUtils__/TaskDouble';

jest.setTimeout(180_000);

const name = 'turning-app';

describe('fabrique:secret:rotate, against the sandbox', () => {
  let actions: StartedActions;
  beforeAll(async () => {
    actions = await startActions([
      'azure',
      'blob',
      'key-vault',
      'github',
      'kubernetes-dev',
      'kubernetes-prod',
    ]);
  });
  afterAll(() => actions?.stop());

  const run = (task: TaskDouble, id: string, input: JsonObject) =>
    task.run(actions.action(id), { name, ...input });
  const rotate = (task: TaskDouble, input: JsonObject = {}) =>
    run(task, 'fabrique:secret:rotate', { environment: 'prod', ...input });
  const readSecret = async (task: TaskDouble) =>
    openSealedSecret(
      parse(
        await readFile(
          join(
            task.workspacePath,
            '.socialgouv/environments/prod/azure-pg-user.sealed-secret.yaml',
          ),
          'utf8',
        ),
      ),
      readSealingKeys(actions.sandbox.dataDir),
    );
  const connect = async (secret: Record<string, string>) => {
    const client = new Client({
      host: secret.PGHOST,
      port: Number(secret.PGPORT),
      user: secret.PGUSER,
      password: secret.PGPASSWORD,
      database: secret.PGDATABASE,
      ssl: { ca: readFileSync(actions.sandbox.caCertificatePath, 'utf8') },
    });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  const query = async (secret: Record<string, string>, sql: string) => {
    const client = await connect(secret);
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  };

  it('leaves no moment in which the application cannot log in', async () => {
    const made = new TaskDouble('made');
    await run(made, 'fabrique:azure:postgres:ensure', {
      environments: ['prod'],
    });
    let deployed = await readSecret(made);
    await query(deployed, 'CREATE TABLE visits (at timestamptz)');

    // An application that logs in anew all the time, with the secret that is deployed.
    const failures: unknown[] = [];
    let logins = 0;
    let isOver = false;
    const application = (async () => {
      while (!isOver) {
        try {
          await query(deployed, 'INSERT INTO visits VALUES (now())');
          logins += 1;
        } catch (error) {
          failures.push(error);
        }
        await sleep(5);
      }
    })();
    const untilLogins = async (more: number) => {
      const wanted = logins + more;
      while (logins < wanted && failures.length === 0) await sleep(10);
    };

    const users = [deployed.PGUSER];
    for (const round of ['one', 'two', 'three']) {
      const task = new TaskDouble(`rotate-${round}`);
      const { inUse: user, secrets } = await rotate(task);
      expect(secrets).toMatchObject([{ sink: 'sealed-secret' }]);
      const next = await readSecret(task);
      expect(next.PGUSER).toBe(user);
      expect(next.PGPASSWORD).not.toBe(deployed.PGPASSWORD);
      await untilLogins(5);
      // It is deployed, and the old pods end later.
      const before = deployed;
      deployed = next;
      await untilLogins(5);
      await query(before, 'SELECT 1');
      await untilNoSession(before.PGUSER);
      users.push(String(user));
    }
    isOver = true;
    await application;
    expect(failures).toEqual([]);
    expect(logins).toBeGreaterThanOrEqual(30);
    expect(users).toEqual([name, `${name}_2`, name, `${name}_2`]);
    // Whoever made it, it belongs to the application.
    await query(deployed, 'CREATE TABLE later (id int)');
    expect(
      await query(
        deployed,
        "SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'",
      ),
    ).toEqual([{ tableowner: name }]);
  });

  it('takes no password away that is in use, and then does', async () => {
    const task = new TaskDouble('rotate-four');
    const before = new TaskDouble('rotate-before');
    await rotate(before);
    const old = await readSecret(before);
    await rotate(task);
    const deployed = await readSecret(task);

    const session = await connect(old);
    await expect(rotate(new TaskDouble('again'))).rejects.toThrow(
      `The application still logs in as ${old.PGUSER} (sessions: 1), which is to get a new password. Deploy the secret of the last rotation first.`,
    );
    await expect(
      rotate(new TaskDouble('retire'), { retire: true }),
    ).rejects.toThrow(
      `The application still logs in as ${old.PGUSER} (sessions: 1).`,
    );
    await session.end();
    await untilNoSession(old.PGUSER);

    const outputs = await rotate(new TaskDouble('retired'), { retire: true });
    expect(outputs).toEqual({ inUse: deployed.PGUSER, secrets: [] });
    await expect(query(old, 'SELECT 1')).rejects.toThrow();
    await query(deployed, 'SELECT 1');
  });

  it('goes on with the same login when its task is tried again', async () => {
    const task = new TaskDouble('tried-again');
    const outputs = await rotate(task);
    const secret = await readSecret(task);
    actions.restart();
    expect(await rotate(task)).toEqual(outputs);
    expect(await readSecret(task)).toEqual(secret);
    await query(secret, 'SELECT 1');
  });

  it('turns between the two keys of a storage account, for all environments that share it', async () => {
    const made = new TaskDouble('storage');
    await run(made, 'fabrique:azure:blob:ensure', {
      environments: ['dev', 'preprod'],
    });
    const account = 'turningappdev';
    const readKey = async (task: TaskDouble, environment: string) => {
      const path = `.socialgouv/environments/${environment}/azure-${account}-volume.sealed-secret.yaml`;
      const manifest = await readFile(join(task.workspacePath, path), 'utf8');
      return openSealedSecret(
        parse(manifest),
        readSealingKeys(actions.sandbox.dataDir),
      ).azurestorageaccountkey;
    };
    const canRead = async (key: string) => {
      const client = new BlobServiceClient(
        `${actions.sandbox.urls.blob}/${account}`,
        new StorageSharedKeyCredential(account, key),
        { retryOptions: { maxTries: 1 } },
      );
      try {
        return await client
          .getContainerClient(`${name}-dev`)
          .exists({ abortSignal: AbortSignal.timeout(10_000) });
      } catch {
        // Azure refuses the signature of a key that was made anew.
        return false;
      }
    };
    const storage = { what: 'storage', environment: 'dev' };
    const first = await readKey(made, 'dev');
    expect(await canRead(first)).toBe(true);

    const task = new TaskDouble('storage-one');
    expect(await rotate(task, storage)).toMatchObject({
      inUse: 'key2',
      secrets: [{ sink: 'sealed-secret' }, { sink: 'sealed-secret' }],
    });
    const second = await readKey(task, 'dev');
    expect(await readKey(task, 'preprod')).toBe(second);
    // Both work, until it is said that the new one is deployed.
    expect([await canRead(first), await canRead(second)]).toEqual([true, true]);
    await expect(rotate(new TaskDouble('soon'), storage)).rejects.toThrow(
      'An application may still use key1 of turningappdev, and Azure cannot tell.',
    );
    await rotate(new TaskDouble('storage-retire'), {
      ...storage,
      retire: true,
      deployed: true,
    });
    expect([await canRead(first), await canRead(second)]).toEqual([
      false,
      true,
    ]);

    // What is handed out later is the key that the others have.
    await run(new TaskDouble('storage-later'), 'fabrique:azure:blob:ensure', {
      environments: ['dev'],
      sink: 'azure-key-vault',
    });
    const later = actions.sandbox.context
      .documents<{ value: string }>('azure-key-vault')
      .get(`${name}-dev-azure-${account}-volume`);
    expect(JSON.parse(later!.value).azurestorageaccountkey).toBe(second);
  });

  it('rotates what the portal made or adopted only', async () => {
    await expect(
      new TaskDouble('none').run(actions.action('fabrique:secret:rotate'), {
        name: 'not-there',
        environment: 'prod',
      }),
    ).rejects.toThrow(
      'SocialGouv/not-there has no database not-there on fabriqueprodserver that the portal made or adopted',
    );
  });

  /** The server notices the end of a connection a moment later. */
  async function untilNoSession(user: string): Promise<void> {
    const admin = new Client({
      host: '127.0.0.1',
      port: Number(`${actions.sandbox.portPrefix}10`),
      user: 'fabriqueadmin',
      password: 'sandbox-postgres-admin',
      database: 'postgres',
    });
    await admin.connect();
    try {
      for (;;) {
        const { rowCount } = await admin.query(
          'SELECT FROM pg_stat_activity WHERE usename = $1',
          [user],
        );
        if (rowCount === 0) return;
        await sleep(20);
      }
    } finally {
      await admin.end();
    }
  }
});
