import { readFileSync } from 'fs';
import { join } from 'path';
import { Client } from 'pg';
import { runWebAppSteps } from '../__testUtils__/runWebAppSteps';
import { startActions, StartedActions } from '../__testUtils__/startActions';
import { TaskDouble } from '../__testUtils__/TaskDouble';

jest.setTimeout(180_000);

const name = 'made-by-mistake';

describe('fabrique:task:undo, against the sandbox', () => {
  let actions: StartedActions;
  beforeAll(async () => {
    actions = await startActions();
  });
  afterAll(() => actions?.stop());

  const undo = (
    taskId: string,
    options: { names?: string[]; preview?: boolean } = {},
  ) => {
    const task = new TaskDouble(`undo-${Math.random()}`);
    return {
      task,
      run: (isDryRun = false) =>
        task.run(
          actions.action('fabrique:task:undo'),
          { taskId, ...options },
          { isDryRun },
        ),
    };
  };
  const fill = async (database: string) => {
    const client = new Client({
      host: '127.0.0.1',
      port: Number(`${actions.sandbox.portPrefix}10`),
      user: 'fabriqueadmin',
      password: 'sandbox-postgres-admin',
      database,
    });
    await client.connect();
    await client.query('CREATE TABLE people (name text)');
    await client.query("INSERT INTO people VALUES ('Camille')");
    await client.end();
  };

  it('case 8: removes what the task created and nothing else, the last first, and keeps data until its name is typed in', async () => {
    const made = new TaskDouble('made');
    await runWebAppSteps(actions, made, name);
    const ledger = () => actions.kernel.ledger.list({ taskId: 'made' });
    const titles = (await ledger()).map(({ title }) => title);
    expect(titles.length).toBeGreaterThan(9);
    await fill(`${name}_dev`);

    const dry = undo('made', { names: [`${name}_dev`] });
    const everything = {
      taskId: 'made',
      removed: [...titles].reverse(),
      kept: [],
    };
    expect(await dry.run(true)).toEqual(everything);
    // In a form, with what people have: the address of the page of the task.
    const preview = undo('https://portal.example/create/tasks/made/?a=b', {
      names: [`${name}_dev`],
      preview: true,
    });
    expect(await preview.run()).toEqual(everything);
    expect(preview.task.log[0]).toBe('Plan (dry run, nothing is removed):');
    expect(await ledger()).toHaveLength(titles.length);

    await expect(undo('made').run()).rejects.toThrow(
      `stopped before anything was removed. The database ${name}_dev on fabriquedevserver holds data (tables with rows: 1). To lose it, write its name '${name}_dev' into 'names'.`,
    );

    const { task, run } = undo('made', { names: [`${name}_dev`] });
    await run();
    expect(await ledger()).toEqual([]);
    expect(task.log.filter(line => line.startsWith('  removed'))).toEqual(
      [...titles].reverse().map(title => `  removed ${title}`),
    );
    expect(await undo('made').run()).toEqual({
      taskId: 'made',
      removed: [],
      kept: [],
    });
    await expect(undo('other').run()).rejects.toThrow(
      'The ledger has nothing that the task other made',
    );

    // The upstreams are as before: the same name can be taken again.
    const again = new TaskDouble('again');
    await runWebAppSteps(actions, again, name);
    const remade = await actions.kernel.ledger.list({ taskId: 'again' });
    // What does not wait for one another is made in no order.
    expect(remade.map(({ title }) => title).sort()).toEqual(titles.sort());
  });

  const faults = () => `${actions.sandbox.urls.control}/_faults`;
  const loseFolder = (method: string, times: number) =>
    fetch(faults(), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        upstream: 'grafana',
        match: { method, path: '/api/folders/' },
        fault: { kind: 'status', status: 404 },
        times,
      }),
    });

  it.each([
    ['GET', 'looked for'],
    ['DELETE', 'removed'],
  ])(
    'does not believe a system that says once that it does not have what is to be %s: %s',
    async method => {
      const id = `folder-${method.toLowerCase()}`;
      await new TaskDouble(id).run(
        actions.action('fabrique:grafana:folder:ensure'),
        { name: id },
      );
      await loseFolder(method, 1);

      const { run, task } = undo(id);
      expect(await run()).toMatchObject({ removed: [`Grafana folder ${id}`] });
      expect(await (await fetch(faults())).json()).toEqual([]);
      expect(task.log).toContain(`  removed Grafana folder ${id}`);
      const folders = await fetch(
        `${actions.sandbox.urls.grafana}/api/folders`,
        {
          headers: { authorization: 'Bearer sandbox-grafana-token' },
        },
      );
      expect(await folders.text()).not.toContain(id);
    },
  );

  it('keeps in the ledger what does not go', async () => {
    await new TaskDouble('stays').run(
      actions.action('fabrique:grafana:folder:ensure'),
      { name: 'stays' },
    );
    await loseFolder('DELETE', 2);
    await expect(undo('stays').run()).rejects.toThrow(
      'fabrique:task:undo stopped at Grafana folder stays: it is still there, though its system was asked twice to remove it. Correct what it says, or tell the SRE team. Then run the task again',
    );
    expect(await undo('stays').run()).toMatchObject({
      removed: ['Grafana folder stays'],
    });
  });

  it('removes a database in which somebody is whom the administrator may not send away', async () => {
    await new TaskDouble('busy').run(
      actions.action('fabrique:azure:postgres:ensure'),
      { name: 'busy', environments: ['dev'] },
    );
    const connect = async (user: string, password: string) => {
      const client = new Client({
        host: '127.0.0.1',
        port: Number(`${actions.sandbox.portPrefix}10`),
        user,
        password,
        database: 'busy_dev',
      });
      // It is sent away.
      client.on('error', () => undefined);
      await client.connect();
      return client;
    };
    const superuser = await connect(
      'sandbox',
      readFileSync(
        join(actions.sandbox.dataDir, 'postgres', 'superuser-password'),
        'utf8',
      ),
    );
    await connect('fabriqueadmin', 'sandbox-postgres-admin');
    setTimeout(() => void superuser.end(), 1_000);

    expect(await undo('busy').run()).toMatchObject({
      removed: ['database busy_dev on fabriquedevserver'],
    });
  });
});
