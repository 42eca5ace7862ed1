import { mkdirSync, rmSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { JsonObject, JsonValue } from '@backstage/types';
import { LedgerEntry } from '@socialgouv/backstage-plugin-fabrique-common';
import { ActionProcess, ActionProcesses } from './ActionProcess';
import { ActionRow } from './ActionRow';
import { withoutClosed } from './ownStores';
import { readUpstreams } from './readUpstreams';
import { FaultPortal } from './startFaultPortal';
import { StepMessage, StepOutcome } from './taskMessages';
import { findDifferences, flatten, FlatState } from './upstreamState';

/** What all scenes share. */
export interface Stage {
  portal: FaultPortal;
  processes: ActionProcesses;
  /** Of workspaces and checkpoints. */
  directory: string;
}

/** One application of its own, in upstreams that all share: an action is run for it, and undone. */
export class Scene {
  readonly name: string;
  readonly #stage: Stage;
  readonly #row: ActionRow;
  #before: JsonObject = {};

  /** Prepares what the row says. */
  static async begin(
    stage: Stage,
    row: ActionRow,
    name: string,
  ): Promise<Scene> {
    const scene = new Scene(stage, row, name);
    const { sandbox } = stage.portal;
    await row.prepare?.(sandbox, name);
    for (const [index, [actionId, input]] of scene.#stepsBefore.entries()) {
      await scene.#runToEnd(`${name}-before`, actionId, input, index);
    }
    scene.#before = await readUpstreams(sandbox, name);
    return scene;
  }

  private constructor(stage: Stage, row: ActionRow, name: string) {
    this.#stage = stage;
    this.#row = row;
    this.name = name;
  }

  /** Runs the action of the row in a task; undefined when its process was killed. */
  run(
    taskId: string,
    options: Partial<StepMessage> = {},
    process: ActionProcess = this.#stage.processes.current,
  ): Promise<StepOutcome | undefined> {
    const { action, input } = this.#row;
    const { urls } = this.#stage.portal.sandbox;
    const step = this.#toStep(taskId, action, input(this.name, urls));
    return process.run({ ...step, ...options });
  }

  /**
   * What there is now, and what the tasks say of it.
   *
   * @param done - of the tasks, the one that did what was asked
   */
  async readEnd(
    taskIds: readonly string[],
    outputs: JsonObject,
    done = taskIds[0],
  ): Promise<FlatState> {
    const { portal, directory } = this.#stage;
    const more = await this.#row.readMore?.(portal.sandbox, this.name, {
      before: this.#stepsBefore.map((_step, index) =>
        join(directory, `${this.name}-before-${index}`),
      ),
      own: join(directory, done),
    });
    const after = await readUpstreams(portal.sandbox, this.name);
    const ledger: JsonObject = {};
    for (const { key, type, verb, state } of await this.#readLedger(taskIds)) {
      ledger[key] = { type, verb, state };
    }
    return flatten(
      {
        ...after,
        ...more,
        counts: subtract(after.counts!, this.#before.counts!),
        outputs,
        ledger,
      },
      this.name,
    );
  }

  /** @returns what is not as it was before the tasks. */
  async undo(taskIds: readonly string[]): Promise<string[]> {
    if (this.#row.action === 'fabrique:task:undo') return [];
    for (const taskId of taskIds) {
      if ((await this.#readLedger([taskId])).length === 0) continue;
      await this.#runToEnd(`${taskId}-undo`, 'fabrique:task:undo', {
        taskId,
        names: this.#row.undoNames?.(this.name) ?? [],
      });
    }
    const left = await readUpstreams(this.#stage.portal.sandbox, this.name);
    const toFlat = (state: JsonObject) =>
      flatten(
        { ...state, documents: withoutClosed(state.documents as JsonObject) },
        this.name,
      );
    const stays = Object.keys(this.#row.stays ?? {});
    return findDifferences(toFlat(this.#before), toFlat(left))
      .filter(
        line =>
          // What is gone is never what was meant to stay.
          / missing \(/.test(line) ||
          stays.every(path => !line.startsWith(path)),
      )
      .map(line => `after undo ${line}`);
  }

  get #stepsBefore() {
    return this.#row.before?.(this.name) ?? [];
  }

  async #runToEnd(
    taskId: string,
    actionId: string,
    input: JsonObject,
    index?: number,
  ): Promise<StepOutcome> {
    const folder = index === undefined ? taskId : `${taskId}-${index}`;
    const outcome = await this.#stage.processes.current.run(
      this.#toStep(taskId, actionId, input, folder),
    );
    if (!outcome || outcome.error) {
      throw new Error(`${actionId} of ${taskId}: ${outcome?.error}`);
    }
    return outcome;
  }

  /** With the workspace as it was when the step began: the scaffolder keeps it at the end of each. */
  #toStep(
    taskId: string,
    actionId: string,
    input: JsonObject,
    folder = taskId,
  ): StepMessage {
    const { directory } = this.#stage;
    const workspacePath = join(directory, folder);
    rmSync(workspacePath, { recursive: true, force: true });
    const files = this.#row.files?.(this.name) ?? {
      'README.md': `# ${this.name}\n`,
    };
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(workspacePath, path)), { recursive: true });
      writeFileSync(join(workspacePath, path), content);
    }
    const checkpointFile = join(directory, `${folder}.json`);
    return { taskId, actionId, input, workspacePath, checkpointFile };
  }

  async #readLedger(taskIds: readonly string[]): Promise<LedgerEntry[]> {
    const { baseUrl, token } = this.#stage.portal.settings.plugins.fabrique;
    const entries: LedgerEntry[] = [];
    for (const taskId of taskIds) {
      const answer = await fetch(
        `${baseUrl}/v1/ledger/entries?taskId=${taskId}`,
        { headers: { authorization: `Bearer ${token}` } },
      );
      entries.push(
        ...((await answer.json()) as { entries: LedgerEntry[] }).entries,
      );
    }
    return entries;
  }
}

function subtract(after: JsonValue, before: JsonValue): JsonObject {
  const [now, then] = [after, before] as Record<string, number>[];
  return Object.fromEntries(
    Object.keys({ ...then, ...now })
      .map(store => [store, (now[store] ?? 0) - (then[store] ?? 0)] as const)
      .filter(([, difference]) => difference !== 0),
  );
}
