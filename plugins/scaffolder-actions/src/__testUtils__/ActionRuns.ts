// Tests of several folders share these.
/* eslint-disable jest/no-export */
import { JsonObject } from '@backstage/types';
import { StartedActions } from './startActions';
import { TaskDouble } from './TaskDouble';

/** Runs actions for the application domifa, and undoes them. */
export class ActionRuns {
  readonly #actions: StartedActions;

  constructor(actions: StartedActions) {
    this.#actions = actions;
  }

  /** Runs an action in a task, and gives its outputs. */
  run(
    id: string,
    input: JsonObject,
    task = new TaskDouble(`task-${Math.random()}`),
    isDryRun = false,
  ): Promise<JsonObject> {
    const action = this.#actions.action(id);
    return task.run(action, { name: 'domifa', ...input }, { isDryRun });
  }

  /** Removes what a task made. */
  undo(taskId: string, names: string[] = []): Promise<JsonObject> {
    return new TaskDouble(`undo-${Math.random()}`).run(
      this.#actions.action('fabrique:task:undo'),
      { taskId, names },
    );
  }
}

/**
 * Tests that an action changes nothing in a dry run, makes things of these types of the ledger, finds
 * them again, and that all is gone after it is undone.
 */
export function testMadeOnce(
  getActions: () => StartedActions,
  cases: [id: string, input: JsonObject, types: string[]][],
): void {
  it.each(cases)(
    '%s plans, makes once, and undoes',
    async (id, input, types) => {
      const actions = getActions();
      const runs = new ActionRuns(actions);
      const before = await actions.readWrites();
      const dry = new TaskDouble('dry');
      const planned = await runs.run(id, input, dry, true);
      expect(await actions.readWrites()).toEqual(before);
      expect(listVerbs(dry)).not.toContain('nothing');

      const task = new TaskDouble(`made-by-${id}`);
      const outputs = await runs.run(id, input, task);
      expect(Object.keys(outputs)).toEqual(Object.keys(planned));
      const entries = await actions.kernel.ledger.list({ taskId: task.id });
      expect(entries.map(({ type, state }) => [type, state])).toEqual(
        types.map(type => [type, 'made']),
      );

      const writes = await actions.readWrites();
      const again = new TaskDouble(`again-${id}`);
      expect(await runs.run(id, input, again)).toEqual(outputs);
      expect(await actions.readWrites()).toEqual(writes);
      expect(new Set(listVerbs(again))).toEqual(new Set(['nothing']));

      expect(await runs.undo(task.id)).toEqual({
        taskId: task.id,
        removed: entries.map(({ title }) => title).reverse(),
        kept: [],
      });
      const anew = new TaskDouble(`anew-${id}`);
      await runs.run(id, input, anew, true);
      expect(listVerbs(anew)).toEqual(listVerbs(dry));
    },
  );
}

/** What the plans of a task said, in their order. */
export function listVerbs({ log }: TaskDouble): string[] {
  return log.flatMap(
    line => /^ {2}(create|adopt|update|nothing) /.exec(line)?.[1] ?? [],
  );
}
