import { ChildProcess, execFile, spawn } from 'child_process';
import { randomBytes } from 'crypto';
import {
  chownSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'fs';
import { join } from 'path';
import { promisify } from 'util';
import { ensurePortFree } from '../kernel/listen';
import { endChild, endLeftover } from '../kernel/processes';
import { findPostgresBinaries } from './findPostgresBinaries';
import { PostgresHome, preparePostgresHome } from './postgresHome';

/** Name of the superuser that only the sandbox itself uses. */
export const superuser = 'sandbox';

/** A real Postgres, as a child process on 127.0.0.1. */
export class PostgresServer {
  readonly #options: {
    directory: string;
    port: number;
    tls: { key: string; cert: string };
  };
  #child?: ChildProcess;
  #password = '';

  constructor(options: {
    directory: string;
    port: number;
    tls: { key: string; cert: string };
  }) {
    this.#options = options;
  }

  /** The superuser's password; empty before the start. */
  get superuserPassword(): string {
    return this.#password;
  }

  /** Makes the cluster when there is none, and starts it. A server that a killed sandbox left is ended first. */
  async start(): Promise<void> {
    const home = preparePostgresHome(
      this.#options.directory,
      findPostgresBinaries(),
    );
    const cluster = join(home.directory, 'cluster');
    this.#password = ensurePassword(home);
    if (!existsSync(cluster)) await initCluster(home, cluster);
    await endLeftover(join(cluster, 'postmaster.pid'), cluster);
    await ensurePortFree('postgres', this.#options.port);
    // What is left now is of a machine that went down, or names a process that is not ours.
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
    this.#child = await run(home, cluster, this.#options);
  }

  /** Disconnects everybody, writes everything and ends. */
  async stop(): Promise<void> {
    if (this.#child) await endChild(this.#child);
    this.#child = undefined;
  }
}

/** A file that Postgres alone may read. */
function writeSecretFile(
  home: PostgresHome,
  name: string,
  content: string,
): string {
  const file = join(home.directory, name);
  writeFileSync(file, content, { mode: 0o600 });
  if (home.owner) chownSync(file, home.owner.uid, home.owner.gid);
  return file;
}

function ensurePassword(home: PostgresHome): string {
  const file = join(home.directory, 'superuser-password');
  if (!existsSync(file))
    writeSecretFile(
      home,
      'superuser-password',
      randomBytes(24).toString('hex'),
    );
  return readFileSync(file, 'utf8');
}

async function initCluster(home: PostgresHome, cluster: string): Promise<void> {
  // Made beside its place and then moved there: a kill leaves no half cluster.
  const unfinished = `${cluster}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  await promisify(execFile)(
    join(home.binaries, 'bin', 'initdb'),
    [
      `--pgdata=${unfinished}`,
      `--username=${superuser}`,
      `--pwfile=${join(home.directory, 'superuser-password')}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-sync',
    ],
    { cwd: home.directory, ...home.owner },
  );
  renameSync(unfinished, cluster);
}

async function run(
  home: PostgresHome,
  cluster: string,
  options: { port: number; tls: { key: string; cert: string } },
): Promise<ChildProcess> {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    // A killed machine may lose the last half second, never the consistency.
    synchronous_commit: 'off',
    ssl: 'on',
    ssl_cert_file: writeSecretFile(home, 'server.pem', options.tls.cert),
    ssl_key_file: writeSecretFile(home, 'server-key.pem', options.tls.key),
    lc_messages: 'C',
  };
  const child = spawn(
    join(home.binaries, 'bin', 'postgres'),
    [
      '-D',
      cluster,
      '-p',
      String(options.port),
      ...Object.entries(settings).flatMap(([name, value]) => [
        '-c',
        `${name}=${value}`,
      ]),
    ],
    {
      cwd: home.directory,
      stdio: ['ignore', 'ignore', 'pipe'],
      // Its own process group: Ctrl-C reaches the sandbox alone, which then ends it in order.
      detached: true,
      ...home.owner,
    },
  );
  await new Promise<void>((resolve, reject) => {
    let lastLines = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      lastLines = `${lastLines}${chunk}`.slice(-2000);
      if (chunk.includes('ready to accept connections')) resolve();
    });
    child.once('error', reject);
    child.once('exit', code =>
      reject(
        new Error(
          `Postgres ended with code ${code} while it started: ${lastLines.trim()}`,
        ),
      ),
    );
  });
  const killWithUs = () => child.kill('SIGQUIT');
  process.once('exit', killWithUs);
  child.once('exit', () => process.off('exit', killWithUs));
  return child;
}
