import { startActions, StartedActions } from '../__testUtils__/startActions';
import { readPlan } from '../__testUtils__/readPlan';
import { TaskDouble } from '../__testUtils__/TaskDouble';

jest.setTimeout(120_000);

const id = 'fabrique:azure:key-vault-secret:ensure';

describe('secrets in the vault, against the sandbox', () => {
  let actions: StartedActions;
  beforeAll(async () => {
    actions = await startActions(['azure', 'key-vault']);
  });
  afterAll(() => actions?.stop());

  const input = { name: 'coffre', environment: 'prod', secret: 'session' };
  const vaultName = 'coffre-prod-session';
  const run = (task: TaskDouble, more: object = {}, isDryRun = false) =>
    task.run(actions.action(id), { ...input, ...more }, { isDryRun });
  /** As the sandbox keeps it, since nothing else tells. */
  const readValue = (name = vaultName) =>
    actions.sandbox.context
      .documents<{ value: string; deletedAt?: string }>('azure-key-vault')
      .get(name);

  it('are made once, kept, changed only when a value is given, and never told', async () => {
    const task = new TaskDouble('vault');
    const before = await actions.readWrites();
    await run(task, {}, true);
    expect(await actions.readWrites()).toEqual(before);

    const outputs = await run(task);
    expect(outputs).toEqual({
      secret: {
        sink: 'azure-key-vault',
        name: vaultName,
        keys: [vaultName],
      },
      url: `${actions.sandbox.urls['key-vault']}/secrets/${vaultName}`,
    });
    const made = readValue()?.value ?? '';
    expect(made).toMatch(/^[A-Za-z0-9]{30,}$/);

    const again = new TaskDouble('again');
    expect(await run(again)).toEqual(outputs);
    expect(readPlan(again)).toEqual([
      `nothing secret ${vaultName} of the vault the vault has it`,
    ]);
    expect(readValue()?.value).toBe(made);

    const changed = new TaskDouble('changed');
    await run(changed, { value: 'typed-in-by-hand' });
    expect(readPlan(changed)).toEqual([
      `update secret ${vaultName} of the vault another value`,
    ]);
    expect(readValue()?.value).toBe('typed-in-by-hand');

    const said = JSON.stringify([
      ...[task, again, changed].flatMap(({ log }) => log),
      ...[task, again, changed].flatMap(({ checkpoints }) => [
        ...checkpoints.values(),
      ]),
      await actions.kernel.ledger.list({}),
      outputs,
    ]);
    expect(said).not.toContain(made);
    expect(said).not.toContain('typed-in-by-hand');
  });

  it('go when the task is undone, and come back anew', async () => {
    const undo = new TaskDouble('undo-vault');
    await undo.run(actions.action('fabrique:task:undo'), { taskId: 'vault' });
    expect(readValue()?.deletedAt).toBeTruthy();

    const back = new TaskDouble('back');
    await run(back);
    expect(readPlan(back)).toEqual([
      `create secret ${vaultName} of the vault was deleted, and comes back anew`,
    ]);
    expect(readValue()).not.toHaveProperty('deletedAt');
    expect(readValue()).toMatchObject({
      tags: { 'fabrique-app': 'SocialGouv/coffre', 'fabrique-task': 'back' },
    });
    expect(readValue()?.value).not.toBe('typed-in-by-hand');
  });

  it('are not taken from another application', async () => {
    // Two names that meet: coffre-prod-session and coffre, prod, session.
    await expect(
      new TaskDouble('thief').run(actions.action(id), {
        name: 'coffre-prod',
        environment: 'dev',
        secret: 'x',
      }),
    ).resolves.toBeDefined();
    await expect(
      new TaskDouble('thief-2').run(actions.action(id), {
        name: 'coffre',
        environment: 'prod',
        secret: 'dev-x',
      }),
    ).rejects.toThrow(
      'The secret coffre-prod-dev-x of the vault belongs to SocialGouv/coffre-prod. Choose another name.',
    );
  });

  it.each([
    [401, /rejects? .*credentials|credentials are rejected/],
    [403, /credentials do not allow this/],
    [503, /It is down/],
  ])('say what to do when the vault answers %i', async (status, remedy) => {
    const control = `${actions.sandbox.urls.control}/_faults`;
    await fetch(control, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        upstream: 'key-vault',
        fault: {
          kind: 'status',
          status,
          body: { error: { code: 'Broken', message: 'no' } },
        },
      }),
    });
    try {
      await expect(
        run(new TaskDouble(`fault-${status}`), { secret: 'other' }),
      ).rejects.toThrow(remedy);
    } finally {
      await fetch(control, { method: 'DELETE' });
    }
  });
});
