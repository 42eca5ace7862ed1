import { JsonObject } from '@backstage/types';
import { UpstreamError } from '@socialgouv/backstage-plugin-fabrique-node';
import { startTestLedger, TestLedger } from '../__testUtils__/startTestLedger';
import { TaskDouble } from '../__testUtils__/TaskDouble';
import { defineEnsureAction } from './defineEnsureAction';
import { EnsuredResource } from './EnsuredResource';

let ledger: TestLedger;

/** Something that the upstream has: its owner by its name. */
type Upstream = Map<string, string>;

function createThing(
  upstream: Upstream,
  name: string,
  options: { settled?: string[]; fail?: Error } = {},
): EnsuredResource<{ owner?: string }, JsonObject> {
  return {
    key: `things/${name}`,
    title: `thing ${name}`,
    ledger: { type: 'thing' },
    read: async () => ({ owner: upstream.get(name) }),
    plan({ owner }) {
      if (owner === 'us') return { verb: 'nothing', detail: 'exists' };
      return owner
        ? { verb: 'conflict', detail: `Thing ${name} belongs to ${owner}.` }
        : { verb: 'create' };
    },
    async apply() {
      if (options.fail) throw options.fail;
      upstream.set(name, 'us');
      return { name };
    },
    refer: () => ({ name }),
    async settle(reference) {
      options.settled?.push(String(reference.name));
    },
  };
}

const createAction = (
  resources: EnsuredResource<{ owner?: string }, JsonObject>[],
) =>
  defineEnsureAction({
    id: 'fabrique:test:thing:ensure',
    kernel: ledger.kernel,
    description: 'Makes things.',
    examples: [],
    schema: {
      input: {},
      output: { names: z => z.array(z.string()) },
    },
    prepare: () => ({
      application: 'SocialGouv/us',
      resources,
      toOutputs: references => ({
        names: resources.map(({ key }) =>
          String((references(key) as JsonObject).name),
        ),
      }),
    }),
  });

describe('ensureResources', () => {
  beforeAll(async () => {
    ledger = await startTestLedger();
  });
  afterAll(() => ledger?.stop());

  it('prints the plan as aligned lines, and does what is missing', async () => {
    const upstream: Upstream = new Map([['egg', 'us']]);
    const settled: string[] = [];
    const task = new TaskDouble();

    const outputs = await task.run(
      createAction([
        createThing(upstream, 'egg', { settled }),
        createThing(upstream, 'bacon', { settled }),
      ]),
      {},
    );

    expect(outputs).toEqual({ names: ['egg', 'bacon'] });
    expect(task.log).toEqual([
      'Plan:',
      '  nothing  thing egg    exists',
      '  create   thing bacon',
      expect.stringMatching(/^ {2}created thing bacon \(\d+\.\d s\)$/),
    ]);
    expect(settled).toEqual(['egg', 'bacon']);
    expect([...upstream]).toEqual([
      ['egg', 'us'],
      ['bacon', 'us'],
    ]);
  });

  it('writes nothing when anything belongs to somebody else', async () => {
    const upstream: Upstream = new Map([['bacon', 'SocialGouv/egapro']]);
    const task = new TaskDouble();

    await expect(
      task.run(
        createAction([
          createThing(upstream, 'egg'),
          createThing(upstream, 'bacon'),
        ]),
        {},
      ),
    ).rejects.toThrow(
      'fabrique:test:thing:ensure stopped before anything was changed. Thing bacon belongs to SocialGouv/egapro.',
    );
    expect([...upstream]).toEqual([['bacon', 'SocialGouv/egapro']]);
    expect(task.checkpoints.size).toBe(0);
  });

  it('changes nothing in a dry run, and gives the outputs that are to be expected', async () => {
    const upstream: Upstream = new Map();
    const settled: string[] = [];
    const task = new TaskDouble();

    const outputs = await task.run(
      createAction([createThing(upstream, 'egg', { settled })]),
      {},
      { isDryRun: true },
    );

    expect(outputs).toEqual({ names: ['egg'] });
    expect(task.log).toEqual([
      'Plan (dry run, nothing is changed):',
      '  create  thing egg',
    ]);
    expect(upstream.size + settled.length + task.checkpoints.size).toBe(0);
  });

  it.each([
    { index: 0, moment: 'before' as const },
    { index: 0, moment: 'after' as const },
    { index: 1, moment: 'before' as const },
    { index: 1, moment: 'after' as const },
  ])(
    'case 8: ends the same after a kill $moment checkpoint $index',
    async killAt => {
      const upstream: Upstream = new Map();
      const settled: string[] = [];
      const task = new TaskDouble();
      const action = createAction([
        createThing(upstream, 'egg', { settled }),
        createThing(upstream, 'bacon', { settled }),
      ]);

      task.killAt = killAt;
      await expect(task.run(action, {})).rejects.toThrow();
      task.killAt = undefined;
      settled.length = 0;
      const outputs = await task.run(action, {});

      expect(outputs).toEqual({ names: ['egg', 'bacon'] });
      // Files of the workspace are written again, for they may have been lost.
      expect(settled).toEqual(['egg', 'bacon']);
      expect([...upstream.keys()]).toEqual(['egg', 'bacon']);
    },
  );

  it.each(['before', 'after'] as const)(
    'case 9: two items of one `each` keep their own results after a kill %s the checkpoint of the second',
    async moment => {
      const upstream: Upstream = new Map();
      const task = new TaskDouble();
      const ensure = (name: string) =>
        task.run(createAction([createThing(upstream, name)]), {});
      const runItems = async () => [await ensure('egg'), await ensure('bacon')];

      await ensure('egg');
      task.killAt = { index: 0, moment };
      await expect(ensure('bacon')).rejects.toThrow();
      task.killAt = undefined;

      // A retry runs the whole step: both items again, with the checkpoints of both.
      expect(await runItems()).toEqual([
        { names: ['egg'] },
        { names: ['bacon'] },
      ]);
      expect(await runItems()).toEqual([
        { names: ['egg'] },
        { names: ['bacon'] },
      ]);
      expect([...upstream.keys()]).toEqual(['egg', 'bacon']);
    },
  );

  it("case 12: names the step, the upstream's own words, what exists and what to do", async () => {
    const upstream: Upstream = new Map();
    const task = new TaskDouble('stopped');
    const fail = new UpstreamError('Sentry create project: HTTP 403', {
      kind: 'forbidden',
      detail: 'You do not have permission to perform this action.',
      cause: new Error('https://user:hunter2@example.com?token=hunter2'),
    });

    await expect(
      task.run(
        createAction([
          createThing(upstream, 'egg'),
          createThing(upstream, 'bacon', { fail }),
          createThing(upstream, 'toast'),
        ]),
        {},
      ),
    ).rejects.toThrow(
      'fabrique:test:thing:ensure stopped at thing bacon: Sentry create project: HTTP 403 ("You do not have permission to perform this action."). ' +
        "The portal's credentials do not allow this: the SRE team must extend their rights. Then run the task again: what exists is kept and the rest is made.",
    );
    expect(task.log.slice(-11)).toEqual([
      'What this task has made so far, in all its steps:',
      '  created     thing egg',
      '  begun       thing bacon (it may be there in part, or not at all)',
      'What is still to be made:',
      '  thing toast',
      'To go on: mend the cause, and press "Réessayer" ("Retry") on this page.',
      '  What exists is kept, and only the rest is made. If it cannot be pressed: "Recommencer" ("Start Over").',
      'To undo it instead, open:',
      '  https://portal.example/undo?stopped',
      '  It takes away what this task created or began, the last first; tick the box to see that before.',
      '  What the task took over stays, and what holds data goes only if you write its name.',
    ]);
    expect(task.log.join()).not.toContain('hunter2');
  });

  it('stops between two resources when the task is cancelled', async () => {
    const upstream: Upstream = new Map();
    const abort = new AbortController();
    const egg = createThing(upstream, 'egg');
    const last = createThing(upstream, 'bacon');

    await expect(
      new TaskDouble().run(
        createAction([
          {
            ...egg,
            async settle() {
              abort.abort();
            },
          },
          last,
        ]),
        {},
        { signal: abort.signal },
      ),
    ).rejects.toThrow(
      'fabrique:test:thing:ensure was cancelled at thing bacon',
    );
    expect([...upstream.keys()]).toEqual(['egg']);
  });
});
