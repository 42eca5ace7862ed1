import { ChildProcess, spawn } from 'child_process';
import { once } from 'events';
import { readFileSync } from 'fs';
import { join, resolve } from 'path';

/** Where a journey runs a portal of its own. */
export interface OwnPortalOptions {
  portPrefix: number;
  dataDir: string;
}

/** A portal and a sandbox for one journey alone, which may kill and restart them. */
export class OwnPortal {
  readonly portPrefix: number;
  readonly portalPort: number;
  readonly url: string;
  readonly #dataDir: string;
  #command?: ChildProcess;
  #output = '';

  constructor(options: OwnPortalOptions) {
    this.portPrefix = options.portPrefix;
    this.portalPort = Number(`${options.portPrefix}90`);
    this.url = `http://localhost:${this.portalPort}`;
    this.#dataDir = options.dataDir;
  }

  /** What the start command has printed. */
  get output(): string {
    return this.#output;
  }

  /** Runs the start command until the portal is ready. Throws, with its output, when it ends before. */
  async start(): Promise<void> {
    this.#output = '';
    const command = spawn('node', ['scripts/start.mjs'], {
      cwd: resolve(__dirname, '../../..'),
      env: {
        ...process.env,
        LANG: 'en',
        LC_ALL: 'C',
        PORTAL_PORT: String(this.portalPort),
        SANDBOX_PORT_PREFIX: String(this.portPrefix),
        SANDBOX_DATA_DIR: this.#dataDir,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#command = command;
    await new Promise<void>((ready, failed) => {
      for (const stream of [command.stdout, command.stderr]) {
        stream.on('data', chunk => {
          this.#output += String(chunk);
          if (/^Ready in /m.test(this.#output)) ready();
        });
      }
      command.once('exit', code =>
        failed(new Error(`npm start ended with ${code}:\n${this.#output}`)),
      );
    });
  }

  /** Kills the portal, and only it, as a crash would. Returns the exit code of the start command. */
  async killPortal(): Promise<number | null> {
    const { groups } = JSON.parse(
      readFileSync(join(this.#dataDir, 'start.lock'), 'utf8'),
    ) as { groups: number[] };
    const portal = groups.at(-1);
    if (!portal) throw new Error('The portal is not running.');
    const ended = this.#ended();
    process.kill(portal, 'SIGKILL');
    return ended;
  }

  /** Ctrl-C. Returns the exit code of the start command. */
  async stop(): Promise<number | null> {
    const ended = this.#ended();
    this.#command?.kill('SIGINT');
    return ended;
  }

  async #ended(): Promise<number | null> {
    const command = this.#command;
    if (!command) return null;
    if (command.exitCode === null) await once(command, 'exit');
    return command.exitCode;
  }
}
