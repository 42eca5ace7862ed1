import { UpstreamError } from '@socialgouv/backstage-plugin-fabrique-node';
import { startTestLedger, TestLedger } from '../__testUtils__/startTestLedger';
import { TaskDouble } from '../__testUtils__/TaskDouble';
import { createAction, createThing, Upstream } from '../__testUtils__/things';
import { TaskPaused } from './TaskPaused';

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

  it('writes down as adopted what somebody made since the plan', async () => {
    let reads = 0;
    const egg = createThing(new Set(['egg']), 'egg', {
      async read() {
        reads += 1;
        return { exists: reads > 1 };
      },
    });
    const allowed = { ...ledger.kernel, mayAdopt: async () => true };
    await new TaskDouble('adopter').run(createAction(allowed, [egg]), {
      adopt: true,
    });
    expect(
      await ledger.kernel.ledger.list({ taskId: 'adopter', removed: true }),
    ).toMatchObject([
      { verb: 'create', state: 'removed' },
      { verb: 'adopt', state: 'made' },
    ]);
  });

  it('takes nothing over, now or later, that somebody made since the plan and that may not be adopted', async () => {
    let reads = 0;
    const egg = createThing(new Set(['egg']), 'egg', {
      async read() {
        reads += 1;
        return { exists: reads > 1 };
      },
    });
    for (const id of ['too-late', 'later']) {
      await expect(
        new TaskDouble(id).run(createAction(ledger.kernel, [egg]), {}),
      ).rejects.toThrow(/egg.*adopt/);
    }
    expect(
      await ledger.kernel.ledger.list({ taskId: 'too-late', removed: true }),
    ).toMatchObject([{ verb: 'create', state: 'removed' }]);
  });

  it('lets one of two tasks win that want the same at the same moment', async () => {
    const upstream: Upstream = new Set();
    let applied = 0;
    let tellLoss: () => void = () => undefined;
    const isLost = new Promise<void>(resolve => {
      tellLoss = resolve;
    });
    const slow = createThing(upstream, 'egg', {
      async apply() {
        applied += 1;
        await isLost;
        upstream.add('egg');
        return { name: 'egg' };
      },
    });
    const runs = ['one', 'two'].map(id =>
      new TaskDouble(id).run(createAction(ledger.kernel, [slow]), {}),
    );
    for (const run of runs) run.catch(tellLoss);
    const outcomes = await Promise.allSettled(runs);
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
    const until = async (line: string) => {
      while (!order.includes(line)) {
        await new Promise(resolve => setTimeout(resolve, 5));
      }
    };
    const named = (name: string, after: string[], waitsFor?: string) =>
      createThing(upstream, name, {
        after: after.map(key => `kernel/${key}`),
        async apply() {
          order.push(`${name} begins`);
          if (waitsFor) await until(waitsFor);
          order.push(`${name} ends`);
          return { name };
        },
      });
    await new TaskDouble('parts').run(
      createAction(ledger.kernel, [
        named('slow', [], 'quick ends'),
        named('quick', [], 'slow begins'),
        named('last', ['slow', 'quick']),
      ]),
      {},
    );
    expect(order.splice(0, 2).sort()).toEqual(['quick begins', 'slow begins']);
    expect(order).toEqual([
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
});
