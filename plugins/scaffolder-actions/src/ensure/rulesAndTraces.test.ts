import { startTestLedger, TestLedger } from '../__testUtils__/startTestLedger';
import { TaskDouble } from '../__testUtils__/TaskDouble';
import { createAction, createThing, Upstream } from '../__testUtils__/things';

describe('what stands between a plan and its execution', () => {
  let ledger: TestLedger;
  beforeEach(async () => {
    ledger = await startTestLedger();
  });
  afterEach(() => ledger.stop());

  it('asks for approval of what changes, and does nothing before', async () => {
    const upstream: Upstream = new Set();
    const action = createAction(ledger.kernel, [createThing(upstream, 'egg')]);
    const task = new TaskDouble('approved');
    await expect(task.run(action, { approval: 'ops' })).rejects.toThrow(
      'group:default/sre must approve this plan',
    );
    // A plan that changes nothing asks nobody.
    await expect(
      new TaskDouble('dry').run(
        action,
        { approval: 'ops' },
        { isDryRun: true },
      ),
    ).resolves.toEqual({});
    expect(upstream.size).toBe(0);
    expect(await ledger.kernel.ledger.list({ taskId: 'approved' })).toEqual([]);
  });

  it('refuses what a rule forbids, and says who can grant it', async () => {
    const strict = await startTestLedger({
      config: {
        fabrique: {
          policy: [
            {
              title: 'small servers only',
              actions: ['fabrique:test:thing:ensure'],
              input: { size: { allowed: ['B1ms', 'B2s'] } },
              except: ['group:default/sre'],
              grantedBy: 'group:default/sre',
            },
          ],
        },
      },
    });
    const upstream: Upstream = new Set();
    try {
      await expect(
        new TaskDouble('big').run(
          createAction(strict.kernel, [createThing(upstream, 'egg')]),
          { size: 'E64ds' },
        ),
      ).rejects.toThrow(
        "fabrique:test:thing:ensure was refused before anything was changed. The rule 'small servers only' allows size only B1ms, B2s, not E64ds; group:default/sre can grant an exception.",
      );
      expect(upstream.size).toBe(0);
    } finally {
      await strict.stop();
    }
  });

  it('refuses more of a thing than an application may have, and counts what it has', async () => {
    const strict = await startTestLedger({
      config: {
        fabrique: {
          quotas: [
            {
              title: 'two things',
              type: 'thing',
              max: 2,
              grantedBy: 'group:default/sre',
            },
          ],
        },
      },
    });
    const upstream: Upstream = new Set();
    const run = (task: string, ...names: string[]) =>
      new TaskDouble(task).run(
        createAction(
          strict.kernel,
          names.map(name => createThing(upstream, name)),
        ),
        {},
      );
    try {
      await run('one', 'egg');
      await expect(run('three', 'egg', 'bacon', 'toast')).rejects.toThrow(
        "fabrique:test:thing:ensure was refused before anything was changed. The quota 'two things' allows 2 of thing for SocialGouv/domifa, which has 1 and would get 2 more; group:default/sre can grant an exception.",
      );
      expect([...upstream]).toEqual(['egg']);
      await run('two', 'egg', 'bacon');
      expect([...upstream]).toEqual(['egg', 'bacon']);
    } finally {
      await strict.stop();
    }
  });

  it('leaves a trace of every plan, with what it says, of every refusal and every execution', async () => {
    const succeeded: unknown[] = [];
    const failed: unknown[] = [];
    ledger.auditor.createEvent.mockImplementation(async () => ({
      success: async options => void succeeded.push(options),
      fail: async options => void failed.push(options?.error?.message),
    }));
    const action = createAction(ledger.kernel, [createThing(new Set(), 'egg')]);
    await new TaskDouble('t').run(action, {}, { isDryRun: true });
    await new TaskDouble('t').run(action, {});
    await expect(
      new TaskDouble('u').run(
        createAction(
          ledger.kernel,
          [createThing(new Set(['egg']), 'egg')],
          'SocialGouv/egapro',
        ),
        {},
      ),
    ).rejects.toThrow('belongs to SocialGouv/domifa');
    const plan = (taskId: string) => ({
      eventId: 'ensure-plan',
      severityLevel: 'low',
      meta: expect.objectContaining({ taskId }),
    });
    expect(
      ledger.auditor.createEvent.mock.calls.map(([event]) => event),
    ).toEqual([
      plan('t'),
      plan('t'),
      {
        eventId: 'ensure-apply',
        severityLevel: 'medium',
        meta: expect.objectContaining({ application: 'SocialGouv/domifa' }),
      },
      plan('u'),
    ]);
    const told = {
      meta: { application: 'SocialGouv/domifa', plan: ['create thing egg'] },
    };
    expect(succeeded).toEqual([told, told, undefined]);
    expect(failed).toEqual([
      expect.stringContaining('stopped before anything was changed.'),
    ]);
  });
});
