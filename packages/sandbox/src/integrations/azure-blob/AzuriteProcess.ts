import { ChildProcess, spawn } from 'child_process';
import { rmSync, writeFileSync } from 'fs';
import { join } from 'path';
import { setTimeout as delay } from 'timers/promises';
import { endChild, endLeftover } from '../../kernel/processes';

/** How long a restart waits for the requests that are being answered. */
const longestWaitMs = 5_000;

/**
 * Azurite as a child process on a port of its own choice. It reads its accounts when it starts, so
 * every change of them is a restart; requests wait for the restart instead of failing.
 */
export class AzuriteProcess {
  readonly #directory: string;
  readonly #readAccounts: () => string;
  #child?: ChildProcess;
  #url?: string;
  #lastRestart: Promise<void> = Promise.resolve();
  #inFlight = 0;

  /**
   * @param directory - where the blobs are kept; it exists
   * @param readAccounts - the accounts of now, as `name:key1:key2;…`
   */
  constructor(directory: string, readAccounts: () => string) {
    this.#directory = directory;
    this.#readAccounts = readAccounts;
  }

  /** Its own address, behind the sandbox's port; `undefined` while there is no account. */
  get url(): string | undefined {
    return this.#url;
  }

  /** Runs something once no restart is under way, and holds the next restart until it ends. */
  async use<T>(work: (url: string | undefined) => Promise<T>): Promise<T> {
    await this.#lastRestart.catch(() => {});
    this.#inFlight += 1;
    try {
      return await work(this.#url);
    } finally {
      this.#inFlight -= 1;
    }
  }

  /** Starts it with the accounts of now. Restarts never overlap. */
  restart(): Promise<void> {
    const restart = this.#lastRestart
      // The failure of the one before was reported to who asked for it.
      .catch(() => {})
      .then(() => this.#restartNow());
    this.#lastRestart = restart;
    return restart;
  }

  /** Writes everything and ends. */
  async stop(): Promise<void> {
    await this.#lastRestart.catch(() => {});
    this.#url = undefined;
    if (this.#child) await endChild(this.#child);
    this.#child = undefined;
    rmSync(this.#pidFile, { force: true });
  }

  get #pidFile(): string {
    return join(this.#directory, 'azurite.pid');
  }

  async #restartNow(): Promise<void> {
    for (let waited = 0; waited < longestWaitMs && this.#inFlight; waited += 20)
      await delay(20);
    this.#url = undefined;
    if (this.#child) await endChild(this.#child);
    else await endLeftover(this.#pidFile, this.#directory);
    this.#child = undefined;

    const accounts = this.#readAccounts();
    // Without accounts it would offer its own, whose key is in every manual.
    if (accounts) await this.#start(accounts);
  }

  async #start(accounts: string): Promise<void> {
    const { NODE_OPTIONS: _dropped, ...environment } = process.env;
    const child = spawn(
      process.execPath,
      [
        require.resolve('azurite/dist/src/blob/main.js'),
        ...['--blobHost', '127.0.0.1', '--blobPort', '0'],
        ...['--location', this.#directory],
        ...['--silent', '--disableTelemetry', '--skipApiVersionCheck'],
      ],
      {
        env: { ...environment, AZURITE_ACCOUNTS: accounts },
        stdio: ['ignore', 'pipe', 'pipe'],
        // Its own process group: Ctrl-C reaches the sandbox alone, which then ends it in order.
        detached: true,
      },
    );
    this.#child = child;
    const killWithUs = () => child.kill('SIGTERM');
    process.once('exit', killWithUs);
    child.once('exit', () => process.off('exit', killWithUs));

    this.#url = await new Promise<string>((resolve, reject) => {
      let output = '';
      const read = (chunk: string) => {
        output = `${output}${chunk}`.slice(-4000);
        const address = /successfully listens on (http:\S+)/.exec(output);
        if (address) resolve(address[1]);
      };
      child.stdout.setEncoding('utf8').on('data', read);
      child.stderr.setEncoding('utf8').on('data', read);
      child.once('error', reject);
      child.once('exit', code =>
        reject(
          new Error(
            `Azurite ended with code ${code} while it started: ${output.trim()}`,
          ),
        ),
      );
    });
    writeFileSync(this.#pidFile, String(child.pid));
  }
}
