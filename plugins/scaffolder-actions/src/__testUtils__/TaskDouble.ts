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
    const underWay = new Set<Promise<unknown>>();
    // A dead process goes no further.
    const stay = <T>() => new Promise<T>(() => undefined);
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
        const work = Promise.resolve(checkpoint.fn());
        underWay.add(work);
        const value = await work.finally(() => underWay.delete(work));
        if (isDead) return stay();
        const killed = this.killAt?.index === index && this.killAt.moment;
        index += 1;
        if (killed !== 'before') {
          this.checkpoints.set(checkpoint.key, JSON.stringify(value ?? {}));
        }
        if (killed) {
          isDead = true;
          await Promise.allSettled(underWay);
          kill(new Killed(checkpoint.key));
          return stay();
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
