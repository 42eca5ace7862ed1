import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { ActionProcesses } from './ActionProcess';
import { ActionRow } from './ActionRow';
import { Scene, Stage } from './Scene';
import { FaultPortal } from './startFaultPortal';
import { StepMessage, StepOutcome } from './taskMessages';
import { findDifferences, findVolatile, FlatState } from './upstreamState';

/** An action that nobody killed, run twice: what two runs do not have in common says nothing. */
export interface Undisturbed {
  /** Finished calls and stored checkpoints, in order. */
  calls: string[];
  end: FlatState;
  volatile: Set<string>;
  /** What is wrong with it although nobody killed it. */
  flaws: string[];
}

/** What happens to a step that is not left alone. */
export interface Disturbance {
  /** Of the step that is disturbed. */
  step: Pick<StepMessage, 'killAfter' | 'postgresFault' | 'isHurried'>;
  /** Before the step. */
  begin?(name: string): Promise<void>;
  /** Before the step is run again. */
  end?(): Promise<void>;
}

/** From before an action to after its undo. */
export interface ActionLife {
  /** Of the disturbed step; undefined when its process was killed. */
  first: StepOutcome | undefined;
  calls: string[];
  end: FlatState;
  flaws: string[];
}

/** More than any upstream takes, by the clock of the sandbox. */
const pauseMs = 15 * 60_000;

/** Runs actions undisturbed, disturbed, and two at once. */
export class ActionLives {
  readonly #stage: Stage;
  #lastNumber = 0;

  constructor(portal: FaultPortal, processes: ActionProcesses) {
    const directory = mkdtempSync(join(tmpdir(), 'fabrique-lives-'));
    this.#stage = { portal, processes, directory };
  }

  listActions(): Promise<string[]> {
    return this.#stage.processes.current.listActions();
  }

  /** Twice undisturbed. */
  async measure(row: ActionRow): Promise<Undisturbed> {
    const first = await this.live(row);
    const second = await this.live(row);
    const volatile = findVolatile(first.end, second.end);
    return {
      calls: first.calls,
      end: first.end,
      volatile,
      flaws: [
        ...first.flaws,
        ...second.flaws,
        ...findDifferences(first.end, second.end, volatile),
      ],
    };
  }

  /** Prepares, runs, runs again what was killed or failed, and undoes. */
  async live(row: ActionRow, disturbance?: Disturbance): Promise<ActionLife> {
    const { processes } = this.#stage;
    const scene = await this.#begin(row);
    const taskId = `${scene.name}-task`;
    await disturbance?.begin?.(scene.name);
    const first = await this.#runThrough(scene, taskId, disturbance?.step);
    await disturbance?.end?.();
    let outcome = first;
    if (!first) processes.restart();
    if (!first || (disturbance && first.error)) {
      outcome = await this.#runThrough(scene, taskId);
    }
    if (!outcome) throw new Error('Killed without a reason');
    return {
      first,
      calls: outcome.calls,
      end: await scene.readEnd([taskId], outcome.outputs),
      flaws: [
        ...(outcome.error ? [`ended with: ${outcome.error}`] : []),
        ...(await scene.undo([taskId])),
      ],
    };
  }

  /** Two tasks want the same at the same moment; whoever failed runs again. */
  async race(
    row: ActionRow,
  ): Promise<{ end: FlatState; sentences: string[]; flaws: string[] }> {
    const { processes } = this.#stage;
    const scene = await this.#begin(row);
    const taskIds = [`${scene.name}-one`, `${scene.name}-two`];
    const outcomes = await Promise.all([
      scene.run(taskIds[0], {}, processes.current),
      scene.run(taskIds[1], {}, processes.other),
    ]);
    const sentences = outcomes.flatMap(outcome =>
      outcome?.isPaused ? [] : outcome?.error ?? [],
    );
    let outputs = outcomes[0]?.outputs ?? {};
    let done: string | undefined;
    const flaws: string[] = [];
    for (const [index, outcome] of outcomes.entries()) {
      const taskId = taskIds[index];
      const again = outcome?.error
        ? await this.#runThrough(scene, taskId)
        : undefined;
      const { error } = again ?? {};
      if (!error) {
        outputs = again?.outputs ?? outputs;
        done ??= taskId;
      } else if (!row.refusal?.test(error)) {
        flaws.push(`ended with: ${error}`);
      }
    }
    if (!done) flaws.push('neither of the two did it');
    return {
      sentences,
      end: await scene.readEnd(taskIds, outputs, done),
      flaws: [...flaws, ...(await scene.undo(taskIds))],
    };
  }

  removeFiles(): void {
    rmSync(this.#stage.directory, { recursive: true });
  }

  /** As the portal does with a task that waits for an upstream; a fault is not waited for. */
  async #runThrough(
    scene: Scene,
    taskId: string,
    options: Disturbance['step'] = {},
  ): Promise<StepOutcome | undefined> {
    const calls: string[] = [];
    for (;;) {
      const { killAfter } = options;
      const outcome = await scene.run(taskId, {
        ...options,
        ...(killAfter && { killAfter: killAfter - calls.length }),
      });
      if (!outcome) return undefined;
      calls.push(...outcome.calls);
      const isFault = /may ask again at/.test(outcome.error ?? '');
      if (!outcome.isPaused || isFault) return { ...outcome, calls };
      this.#stage.portal.sandbox.context.advance(pauseMs);
    }
  }

  #begin(row: ActionRow): Promise<Scene> {
    this.#lastNumber += 1;
    const name = `kill${String(this.#lastNumber).padStart(4, '0')}`;
    return Scene.begin(this.#stage, row, name);
  }
}
