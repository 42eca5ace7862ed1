import { ChildProcess, fork } from 'child_process';
import { once } from 'events';
import { mkdtempSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { build } from 'esbuild';
import { ProcessSettings, StepMessage, StepOutcome } from './taskMessages';

/** Makes one file of the process and of all that it needs, in a folder of its own. */
export async function bundleActionProcess(): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'fabrique-actions-'));
  const outfile = join(directory, 'runActions.cjs');
  await build({
    entryPoints: [join(__dirname, 'runActions.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node22',
    sourcemap: 'inline',
    // The one that is bundled is the one that is meant.
    mainFields: ['main', 'module'],
    logLevel: 'error',
  });
  return outfile;
}

/** A process that runs steps of tasks, one after the other, until it is killed. */
export class ActionProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;

  constructor(bundle: string, settings: ProcessSettings) {
    this.#child = fork(bundle, {
      execArgv: ['--enable-source-maps', '--no-deprecation'],
      env: { ...process.env, NODE_COMPILE_CACHE: `${bundle}.cache` },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#ended = once(this.#child, 'exit');
    this.#child.send(settings);
  }

  /** Runs a step; undefined when the process was killed meanwhile. */
  async run(step: StepMessage): Promise<StepOutcome | undefined> {
    const answer = once(this.#child, 'message');
    this.#child.send(step);
    const [first] = (await Promise.race([answer, this.#ended])) as [unknown];
    if (typeof first === 'object' && first !== null)
      return first as StepOutcome;
    if (this.#child.signalCode === 'SIGKILL') return undefined;
    throw new Error(`The process of the actions ended with ${first}`);
  }

  /** Ids of all actions. */
  async listActions(): Promise<string[]> {
    const answer = once(this.#child, 'message');
    this.#child.send('list');
    const [ids] = await answer;
    return ids;
  }

  async end(): Promise<void> {
    if (this.#child.connected) this.#child.disconnect();
    await this.#ended;
  }
}

/** Keeps the next process ready, as a portal takes seconds to start and a table has hundreds of cells. */
export class ActionProcesses {
  readonly #start: () => ActionProcess;
  #current: ActionProcess;
  #next: ActionProcess;

  constructor(bundle: string, settings: ProcessSettings) {
    this.#start = () => new ActionProcess(bundle, settings);
    this.#current = this.#start();
    this.#next = this.#start();
  }

  get current(): ActionProcess {
    return this.#current;
  }

  /** For two tasks at the same moment. */
  get other(): ActionProcess {
    return this.#next;
  }

  /** After a kill: a process that knows nothing of the one before. */
  restart(): void {
    this.#current = this.#next;
    this.#next = this.#start();
  }

  async end(): Promise<void> {
    await Promise.all([this.#current.end(), this.#next.end()]);
  }
}
