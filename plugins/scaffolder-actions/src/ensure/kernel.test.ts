import { JsonObject } from '@backstage/types';
import { UpstreamError } from '@socialgouv/backstage-plugin-fabrique-node';
import { startTestLedger, TestLedger } from '../__testUtils__/startTestLedger';
import { TaskDouble } from '../__testUtils__/TaskDouble';
import { defineEnsureAction } from './defineEnsureAction';
import { EnsuredResource } from './EnsuredResource';
import { EnsureKernel } from './EnsureKernel';
import { TaskPaused } from './TaskPaused';

/** An upstream that keeps no sign of an owner: the names of what it has. */
type Upstream = Set<string>;

type Thing = EnsuredResource<{ exists: boolean }, JsonObject>;

function createThing(
  upstream: Upstream,
  name: string,
  overrides: Partial<Thing> = {},
): Thing {
  return {
    key: `kernel/${name}`,
    title: `thing ${name}`,
    ledger: { type: 'thing', environment: 'prod' },
    read: async () => ({ exists: upstream.has(name) }),
    plan: ({ exists }) =>
      exists ? { verb: 'nothing', untagged: true } : { verb: 'create' },
    async apply() {
      upstream.add(name);
      return { name };
    },
    refer: () => ({ name }),
    locate: () => `https://upstream.example/${name}`,
    ...overrides,
  };
}

const createAction = (
  kernel: EnsureKernel,
  resources: Thing[],
  application = 'SocialGouv/domifa',
) =>
  defineEnsureAction({
    id: 'fabrique:test:thing:ensure',
    kernel,
    description: 'Makes things.',
    examples: [],
    schema: { input: {}, output: {} },
    prepare: () => ({ application, resources, toOutputs: () => ({}) }),
  });

describe('the kernel of the actions', () => {
  let ledger: TestLedger;
  beforeEach(async () => {
    ledger = await startTestLedger();
  });
  afterEach(() => ledger.stop());

  it('writes what it made, by which task, and where it is', async () => {
    const task = new TaskDouble('first');
    await task.run(
      createAction(ledger.kernel, [createThing(new Set(), 'egg')]),
      {},
    );
    expect(await ledger.kernel.ledger.list({ taskId: 'first' })).toEqual([
      {
        id: expect.any(String),
        key: 'kernel/egg',
        type: 'thing',
        title: 'thing egg',
        environment: 'prod',
        application: 'SocialGouv/domifa',
        taskId: 'first',
        stepId: 'fabrique:test:thing:ensure',
        actionId: 'fabrique:test:thing:ensure',
        verb: 'create',
        state: 'made',
        reference: { name: 'egg' },
        location: 'https://upstream.example/egg',
        createdAt: expect.any(String),
        madeAt: expect.any(String),
      },
    ]);
  });

  it('adopts what has no owner only when it is asked to, by somebody who may', async () => {
    const upstream: Upstream = new Set(['egg']);
    const action = createAction(ledger.kernel, [createThing(upstream, 'egg')]);

    await expect(new TaskDouble('a').run(action, {})).rejects.toThrow(
      "The thing egg exists, and nothing says that it is SocialGouv/domifa's.",
    );
    await expect(
      new TaskDouble('b').run(action, { adopt: true }),
    ).rejects.toThrow('permission fabrique.resource.adopt');
    expect(await ledger.kernel.ledger.list({ key: 'kernel/egg' })).toEqual([]);

    const allowed = { ...ledger.kernel, mayAdopt: async () => true };
    await new TaskDouble('c').run(
      createAction(allowed, [createThing(upstream, 'egg')]),
      { adopt: true },
    );
    expect(
      await ledger.kernel.ledger.list({ key: 'kernel/egg' }),
    ).toMatchObject([{ verb: 'adopt', state: 'made', taskId: 'c' }]);
    // It is the application's now, and nobody else's.
    await new TaskDouble('d').run(action, {});
    await expect(
      new TaskDouble('e').run(
        createAction(
          allowed,
          [createThing(upstream, 'egg')],
          'SocialGouv/egapro',
        ),
        { adopt: true },
      ),
    ).rejects.toThrow('The thing egg belongs to SocialGouv/domifa.');
  });

  it('lets one of two tasks win that want the same at the same moment', async () => {
    const upstream: Upstream = new Set();
    let applied = 0;
    const slow = createThing(upstream, 'egg', {
      async apply() {
        applied += 1;
        await new Promise(resolve => setTimeout(resolve, 200));
        upstream.add('egg');
        return { name: 'egg' };
      },
    });
    const outcomes = await Promise.allSettled(
      ['one', 'two'].map(id =>
        new TaskDouble(id).run(createAction(ledger.kernel, [slow]), {}),
      ),
    );
    expect(applied).toBe(1);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    const lost = outcomes.find(o => o.status === 'rejected');
    expect(String(lost?.reason)).toMatch(
      /The task (one|two) is making the thing egg at this moment\. Wait until it has ended/,
    );
    // Whoever lost finds it made.
    await new TaskDouble('two').run(createAction(ledger.kernel, [slow]), {});
    expect(applied).toBe(1);
  });

  it('makes anew what somebody removed by hand', async () => {
    const upstream: Upstream = new Set();
    const action = createAction(ledger.kernel, [createThing(upstream, 'egg')]);
    await new TaskDouble('first').run(action, {});
    upstream.clear();
    await new TaskDouble('second').run(action, {});
    expect([...upstream]).toEqual(['egg']);
    expect(
      await ledger.kernel.ledger.list({ key: 'kernel/egg' }),
    ).toMatchObject([{ taskId: 'second', state: 'made' }]);
  });

  it('goes on with what a killed process made and did not write down', async () => {
    const upstream: Upstream = new Set();
    let isKilled = true;
    const thing = createThing(upstream, 'egg', {
      async apply() {
        upstream.add('egg');
        if (isKilled) await new Promise(() => undefined);
        return { name: 'egg' };
      },
    });
    const task = new TaskDouble('killed');
    void task.run(createAction(ledger.kernel, [thing]), {});
    while (!upstream.has('egg')) {
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    isKilled = false;
    await task.run(createAction(ledger.kernel, [thing]), {});
    expect(await ledger.kernel.ledger.list({ taskId: 'killed' })).toMatchObject(
      [{ verb: 'create', state: 'made', reference: { name: 'egg' } }],
    );
  });

  it('makes side by side what does not wait for one another', async () => {
    const upstream: Upstream = new Set();
    const order: string[] = [];
    const named = (name: string, after: string[], ms: number) =>
      createThing(upstream, name, {
        after: after.map(key => `kernel/${key}`),
        async apply() {
          order.push(`${name} begins`);
          await new Promise(resolve => setTimeout(resolve, ms));
          order.push(`${name} ends`);
          return { name };
        },
      });
    await new TaskDouble('parts').run(
      createAction(ledger.kernel, [
        named('slow', [], 200),
        named('quick', [], 20),
        named('last', ['slow', 'quick'], 1),
      ]),
      {},
    );
    expect(order).toEqual([
      'slow begins',
      'quick begins',
      'quick ends',
      'slow ends',
      'last begins',
      'last ends',
    ]);
  });

  it('pauses for an upstream that takes its time, and goes on later', async () => {
    const upstream: Upstream = new Set();
    const resumeAt = new Date(Date.now() + 60_000);
    let isReady = false;
    const server = createThing(upstream, 'egg', {
      async apply() {
        upstream.add('egg');
        if (!isReady) {
          throw new TaskPaused('the egg is boiling, usually for 8 minutes', {
            resumeAt,
          });
        }
        return { name: 'egg' };
      },
    });
    const task = new TaskDouble('eight-minutes');
    await expect(
      task.run(createAction(ledger.kernel, [server]), {}),
    ).rejects.toThrow('the egg is boiling');
    expect(task.log).toContain(
      'Paused: the egg is boiling, usually for 8 minutes. The task goes on by itself.',
    );
    expect(await ledger.kernel.ledger.getWait('eight-minutes')).not.toBeNull();
    isReady = true;
    await task.run(createAction(ledger.kernel, [server]), {});
    expect(await ledger.kernel.ledger.getWait('eight-minutes')).toBeNull();
    expect(
      await ledger.kernel.ledger.list({ taskId: 'eight-minutes' }),
    ).toMatchObject([{ state: 'made' }]);
  });

  it.each([
    ['waits to look at thing egg', 'read'],
    ['waits at thing egg', 'apply'],
  ])(
    'pauses for an upstream that says when to come back: %s',
    async (place, part) => {
      const upstream: Upstream = new Set();
      const retryAfter = new Date(Date.now() + 30_000);
      let isLimited = true;
      const limit = () => {
        if (!isLimited) return;
        throw new UpstreamError('Eggs read egg: HTTP 429', {
          kind: 'rate-limited',
          detail: 'slow down',
          retryAfter,
        });
      };
      const thing = createThing(upstream, 'egg', {
        async read() {
          if (part === 'read') limit();
          return { exists: upstream.has('egg') };
        },
        async apply() {
          if (part === 'apply') limit();
          upstream.add('egg');
          return { name: 'egg' };
        },
      });
      const task = new TaskDouble('limited');
      const action = createAction(ledger.kernel, [thing]);
      await expect(task.run(action, {})).rejects.toThrow(
        `fabrique:test:thing:ensure ${place}: Eggs read egg: HTTP 429 ("slow down"), and may ask again at ${retryAfter.toISOString()}`,
      );
      expect(await ledger.kernel.ledger.getWait('limited')).not.toBeNull();
      isLimited = false;
      await task.run(action, {});
      expect(await ledger.kernel.ledger.getWait('limited')).toBeNull();
    },
  );

  it('does not pause a dry run, whose end nobody would see', async () => {
    const limited = createThing(new Set(), 'egg', {
      async read() {
        throw new UpstreamError('Eggs read egg: HTTP 429', {
          kind: 'rate-limited',
          retryAfter: new Date(Date.now() + 30_000),
        });
      },
    });
    const run = new TaskDouble('dry').run(
      createAction(ledger.kernel, [limited]),
      {},
      { isDryRun: true },
    );
    await expect(run).rejects.toThrow('could not look at thing egg');
    expect(await ledger.kernel.ledger.getWait('dry')).toBeNull();
  });

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
