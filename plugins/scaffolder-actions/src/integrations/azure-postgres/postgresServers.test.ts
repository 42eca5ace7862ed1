import { Client } from 'pg';
import { readPlan } from '../../__testUtils__/readPlan';
import { startActions, StartedActions } from '../../__testUtils__/startActions';
import { TaskDouble } from '../../__testUtils__/TaskDouble';

jest.setTimeout(180_000);

const serverId = 'fabrique:azure:postgres-server:ensure';
const databaseId = 'fabrique:azure:postgres:ensure';
const minuteMs = 60_000;
const entraAdministrator = {
  objectId: '00000000-0000-4000-8000-0000000000f1',
  name: 'equipe-longue',
  type: 'Group',
};

describe("an application's own Postgres server, against the sandbox", () => {
  let actions: StartedActions;
  beforeAll(async () => {
    actions = await startActions(['azure', 'key-vault']);
  });
  afterAll(() => actions?.stop());

  const input = {
    name: 'longue-attente',
    environments: ['prod'],
    firewallRules: [
      {
        name: 'cluster',
        startIpAddress: '20.74.14.77',
        endIpAddress: '20.74.14.77',
      },
    ],
    entraAdministrator,
  };
  const server = 'longueattenteprodserver';
  const run = (task: TaskDouble, more: object = {}, isDryRun = false) =>
    task.run(actions.action(serverId), { ...input, ...more }, { isDryRun });
  const undo = async (taskId: string, names: string[] = []) => {
    const task = new TaskDouble(`undo-${taskId}`);
    await task.run(actions.action('fabrique:task:undo'), { taskId, names });
    return task.log.filter(line => line.startsWith('  removed'));
  };
  const readVault = (name: string) =>
    JSON.parse(
      actions.sandbox.context
        .documents<{ value: string }>('azure-key-vault')
        .get(name)!.value,
    ) as Record<string, string>;
  const countPuts = async (path: RegExp) =>
    (await actions.readWrites()).filter(
      line => line.startsWith('azure PUT') && path.test(line),
    ).length;
  const inject = (fault: object) =>
    fetch(`${actions.sandbox.urls.control}/_faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        upstream: 'azure',
        match: { method: 'GET', path: 'azureAsyncOperation' },
        fault,
        times: 1,
      }),
    });

  it('issue 4, point 6: a dedicated Postgres server takes 8 minutes (simulated clock in the facade): the task shows progress, survives a restart in the middle, and does not hold a worker idle', async () => {
    const dry = new TaskDouble('dry');
    await run(dry, {}, true);
    expect(readPlan(dry)).toEqual([
      `create secret pg-admin-${server} of the vault`,
      `create Postgres server ${server} Standard_B1ms, 32 GB, version 17, usually 5 to 10 minutes`,
      `create first start of ${server}`,
      `create firewall rule cluster of ${server} 20.74.14.77 to 20.74.14.77`,
      `create Entra administrator equipe-longue of ${server} Group`,
    ]);
    expect(await actions.readWrites()).toEqual([]);

    // The run ends while Azure is at work: no worker is held.
    const task = new TaskDouble('server');
    const pausedAt = (progress: string) => ({
      name: 'TaskPaused',
      message: expect.stringMatching(
        new RegExp(
          `^Azure makes the Postgres server ${server} \\(InProgress, for ${progress}, usually 5 to 10 minutes\\)$`,
        ),
      ),
    });
    await expect(run(task)).rejects.toMatchObject(pausedAt('\\d+ s'));
    expect(await actions.kernel.ledger.getWait('server')).not.toBeNull();

    for (const minutes of [3, 6]) {
      await actions.advanceClock(3 * minuteMs);
      actions.restart();
      await expect(run(task)).rejects.toMatchObject(pausedAt(`${minutes} min`));
    }
    await actions.advanceClock(2 * minuteMs);
    actions.restart();
    const outputs = await run(task);

    expect(outputs).toEqual({
      servers: [
        {
          server,
          id: expect.stringMatching(new RegExp(`/flexibleServers/${server}$`)),
          administrator: {
            sink: 'azure-key-vault',
            name: `pg-admin-${server}`,
            keys: ['PGUSER', 'PGPASSWORD'],
          },
        },
      ],
    });
    expect(
      task.log
        .filter(line => line.startsWith(`  Postgres server ${server}: `))
        .map(line => /for \d+ (s|min)/.exec(line)?.[0].replace(/\d+ s/, '… s')),
    ).toEqual(['for … s', 'for 3 min', 'for 6 min']);
    expect(
      await countPuts(new RegExp(`/flexibleServers/${server}\\b[^/]*$`)),
    ).toBe(1);
    expect(await actions.kernel.ledger.getWait('server')).toBeNull();
    const { PGPASSWORD } = readVault(`pg-admin-${server}`);
    expect(
      JSON.stringify([task.log, [...task.checkpoints.values()], outputs]),
    ).not.toContain(PGPASSWORD);

    const again = new TaskDouble('again');
    const writes = await actions.readWrites();
    expect(await run(again)).toEqual(outputs);
    expect(readPlan(again).map(line => line.split(' ')[0])).toEqual(
      Array(5).fill('nothing'),
    );
    expect(await actions.readWrites()).toEqual(writes);
  });

  it('gets databases with grants in themselves alone, extensions and an administrator of Entra', async () => {
    const task = new TaskDouble('database');
    const { databases, annotations } = await task.run(
      actions.action(databaseId),
      {
        name: input.name,
        environments: ['prod'],
        server: 'dedicated',
        extensions: ['hstore'],
        entraAdministrator,
        sink: 'azure-key-vault',
      },
    );
    const secretName = `${input.name}-prod-azure-pg-user`;
    expect(databases).toEqual([
      {
        environment: 'prod',
        server,
        database: input.name,
        user: input.name,
        secret: {
          sink: 'azure-key-vault',
          name: secretName,
          keys: expect.arrayContaining(['DATABASE_URL', 'PGPASSWORD']),
        },
      },
    ]);
    expect(annotations).toEqual({
      'fabrique.social.gouv.fr/azure-pg-server.prod': server,
      'fabrique.social.gouv.fr/azure-pg-database.prod': input.name,
    });
    expect(readPlan(task)).toEqual([
      `update allowed extensions of ${server} also hstore`,
      `nothing Entra administrator equipe-longue of ${server} is one`,
      `create database ${input.name} on ${server} role ${input.name}`,
      `create secret ${secretName} of the vault`,
    ]);

    const secret = readVault(secretName);
    const connect = async (database: string) => {
      const client = new Client({
        host: secret.PGHOST,
        port: Number(secret.PGPORT),
        user: secret.PGUSER,
        password: secret.PGPASSWORD,
        database,
      });
      await client.connect();
      return client;
    };
    const client = await connect(input.name);
    await client.query('CREATE TABLE visit (at timestamptz, tags hstore)');
    const { rows } = await client.query(
      `SELECT has_schema_privilege('public', 'CREATE') AS here`,
    );
    expect(rows).toEqual([{ here: true }]);
    await client.end();
    const elsewhere = await connect('postgres');
    expect(
      (
        await elsewhere.query(
          `SELECT has_schema_privilege('public', 'CREATE') AS there`,
        )
      ).rows,
    ).toEqual([{ there: false }]);
    await elsewhere.end();
    expect(
      JSON.stringify([task.log, [...task.checkpoints.values()], databases]),
    ).not.toContain(secret.PGPASSWORD);
  });

  it('cannot be administered by one application where others live', async () => {
    await expect(
      new TaskDouble('shared').run(actions.action(databaseId), {
        name: 'intruse',
        environments: ['prod'],
        entraAdministrator,
        sink: 'azure-key-vault',
      }),
    ).rejects.toThrow(
      'equipe-longue cannot administer fabriqueprodserver, which applications share. Ask for `server: dedicated`, or leave entraAdministrator out',
    );
  });

  it('is not taken from another application, and goes when the task is undone', async () => {
    await expect(
      run(new TaskDouble('thief'), { name: 'longueattente' }),
    ).rejects.toThrow(
      `The Postgres server ${server} belongs to SocialGouv/longue-attente. Choose another name.`,
    );
    await expect(undo('server')).rejects.toThrow(
      `The Postgres server ${server} holds data (databases: ${input.name}). To lose it, write its name '${server}' into 'names'.`,
    );
    expect(await undo('database')).toEqual([
      `  removed secret ${input.name}-prod-azure-pg-user of the vault`,
      `  removed database ${input.name} on ${server}`,
    ]);
    expect(await undo('server')).toEqual([
      `  removed Entra administrator equipe-longue of ${server}`,
      `  removed Postgres server ${server}`,
      `  removed secret pg-admin-${server} of the vault`,
    ]);
  });

  it('that Azure fails to make is told in the words of Azure, and is not undone half-way', async () => {
    const task = new TaskDouble('failed');
    const more = { name: 'ratee', entraAdministrator: undefined };
    await expect(run(task, more)).rejects.toMatchObject({ name: 'TaskPaused' });
    await expect(undo('failed')).rejects.toThrow(
      'The Postgres server rateeprodserver is Provisioning, and Azure does not delete it so. Try again when it is Ready.',
    );
    await inject({
      kind: 'status',
      status: 200,
      body: {
        status: 'Failed',
        error: {
          code: 'SkuNotAvailable',
          message: 'The requested size is not available in francecentral.',
        },
      },
    });
    await expect(run(task, more)).rejects.toThrow(
      'stopped at first start of rateeprodserver: Azure create Postgres server rateeprodserver: the operation ended as Failed ("SkuNotAvailable: The requested size is not available in francecentral."). Change what it asks for, or tell the SRE team. Then run the task again: what exists is kept and the rest is made.',
    );
    // Azure forgets operations; the server itself tells then.
    await inject({
      kind: 'status',
      status: 404,
      body: { error: { code: 'NotFound', message: 'no such operation' } },
    });
    await expect(run(task, more)).rejects.toMatchObject({
      name: 'TaskPaused',
      message:
        'Azure makes the Postgres server rateeprodserver (being made, usually 5 to 10 minutes)',
    });
    await actions.advanceClock(8 * minuteMs);
    await run(task, more);
    expect(await undo('failed')).toEqual([
      '  removed Postgres server rateeprodserver',
      '  removed secret pg-admin-rateeprodserver of the vault',
    ]);
  });
});
