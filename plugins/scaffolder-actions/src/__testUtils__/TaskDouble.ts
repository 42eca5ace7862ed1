import { AsyncLocalStorage } from 'async_hooks';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { LoggerService } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  ActionContext,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { JsonObject, JsonValue } from '@backstage/types';

/** Ends a run as a killed process does: nothing after it happens. */
export class Killed extends Error {}

function toStoppable(work: Promise<unknown>) {
  let stop: () => void = () => undefined;
  const stopped = new Promise<void>(resolve => {
    stop = resolve;
  });
  // How it ends is for its caller.
  const ended = work.catch(() => undefined);
  return { end: Promise.race([ended, stopped]), stop: () => stop() };
}

const folders: string[] = [];

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fabrique-task-'));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders)
    rmSync(folder, { recursive: true, force: true });
});

/**
 * A task of the scaffolder as its actions see it: checkpoints outlive a kill, what the process knew
 * does not. What other resources had asked of an upstream at that moment is done, and not stored.
 */
export class TaskDouble {
  readonly id: string;
  readonly workspacePath = makeFolder();
  readonly checkpoints = new Map<string, string>();
  log: string[] = [];
  /** Kills the run at the nth checkpoint of an action, before or after the checkpoint is stored. */
  killAt?: { index: number; moment: 'before' | 'after' };

  constructor(id = 'task-1') {
    this.id = id;
  }

  /** Runs an action and gives its outputs. */
  async run(
    action: TemplateAction<any, any, any>,
    input: JsonObject,
    options: { isDryRun?: boolean; signal?: AbortSignal } = {},
  ): Promise<JsonObject> {
    const outputs: JsonObject = {};
    let index = 0;
    let kill: (reason: Killed) => void = () => undefined;
    const death = new Promise<never>((_resolve, reject) => {
      kill = reject;
    });
    let isDead = false;
    const underWay = new Map<symbol, { end: Promise<unknown>; stop(): void }>();
    // A checkpoint may be met inside of another.
    const enclosing = new AsyncLocalStorage<symbol[]>();
    // A dead process goes no further, and neither does what waits for it.
    const stay = <T>() => {
      enclosing.getStore()?.forEach(id => underWay.get(id)?.stop());
      return new Promise<T>(() => undefined);
    };
    const line = (message: string) =>
      void this.log.push(...message.split('\n'));
    const logger: LoggerService = {
      info: line,
      warn: line,
      error: line,
      debug: () => undefined,
      child: () => logger,
    };
    const context: ActionContext<JsonObject, JsonObject> = {
      ...options,
      input,
      logger,
      workspacePath: this.workspacePath,
      task: { id: this.id },
      output: (name, value) => {
        if (value !== undefined) outputs[name] = value;
      },
      checkpoint: async <T extends JsonValue | void>(checkpoint: {
        key: string;
        fn: () => Promise<T> | T;
      }) => {
        const stored = this.checkpoints.get(checkpoint.key);
        if (stored !== undefined) return JSON.parse(stored) as T;
        if (isDead) return stay();
        const id = Symbol(checkpoint.key);
        const work = enclosing.run(
          [...(enclosing.getStore() ?? []), id],
          async () => checkpoint.fn(),
        );
        underWay.set(id, toStoppable(work));
        const value = await work.finally(() => underWay.delete(id));
        if (isDead) return stay();
        const killed = this.killAt?.index === index && this.killAt.moment;
        index += 1;
        if (killed !== 'before') {
          this.checkpoints.set(checkpoint.key, JSON.stringify(value ?? {}));
        }
        if (killed) {
          isDead = true;
          const never = stay<T>();
          await Promise.all([...underWay.values()].map(one => one.end));
          kill(new Killed(checkpoint.key));
          return never;
        }
        return value;
      },
      createTemporaryDirectory: async () => makeFolder(),
      getInitiatorCredentials: async () => mockCredentials.user(),
    };
    await Promise.race([action.handler(context), death]);
    return outputs;
  }
}
