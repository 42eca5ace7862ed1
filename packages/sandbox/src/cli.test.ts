import { ChildProcess, fork } from 'child_process';
import { once } from 'events';
import { readFileSync, rmSync } from 'fs';
import { join, resolve } from 'path';
import { Client } from 'pg';
import { readStartTime } from './kernel/processes';
import { findPortPrefix } from './testing/findPortPrefix';
import { makeDataDir } from './testing/startTestSandbox';

jest.setTimeout(60_000);

describe('fabrique-sandbox', () => {
  const dataDir = makeDataDir();
  const children: ChildProcess[] = [];
  let portPrefix: number;

  beforeAll(async () => {
    portPrefix = await findPortPrefix();
  });
  afterAll(async () => {
    for (const child of children)
      if (child.exitCode === null && child.signalCode === null) {
        child.disconnect();
        await once(child, 'exit');
      }
    rmSync(dataDir, { recursive: true, force: true });
  });

  const start = async () => {
    const child = fork(resolve(__dirname, '../bin/fabrique-sandbox'), {
      env: {
        ...process.env,
        NODE_ENV: 'development',
        NODE_OPTIONS: '',
        SANDBOX_DATA_DIR: dataDir,
        SANDBOX_PORT_PREFIX: String(portPrefix),
        SANDBOX_ONLY: 'postgres,blob,azure',
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    children.push(child);
    let output = '';
    child.stdout?.on('data', chunk => {
      output += chunk;
    });
    child.stderr?.on('data', chunk => {
      output += chunk;
    });
    await new Promise<void>((done, fail) => {
      child.on('message', (message: { type: string }) => {
        if (message.type === 'ready') done();
      });
      child.once('exit', code =>
        fail(new Error(`Ended with ${code}: ${output}`)),
      );
    });
    return { child, readOutput: () => output };
  };
  const query = async (sql: string) => {
    const client = new Client({
      host: '127.0.0.1',
      port: Number(`${portPrefix}10`),
      user: 'portal',
      password: 'portal',
    });
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  };
  const readPostgresPid = () =>
    Number.parseInt(
      readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8'),
      10,
    );

  it('recovers from a kill, and leaves nothing when its parent or Ctrl-C ends it', async () => {
    const first = await start();
    await query('CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)');
    const orphan = readPostgresPid();
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    expect(readStartTime(orphan)).toBeDefined();

    const second = await start();
    expect(second.readOutput()).toMatch(
      /^sandbox: postgres answers on postgres:\S+ \(\d+ ms\)$/m,
    );
    expect(readStartTime(orphan)).toBeUndefined();
    expect(await query('SELECT id FROM kept')).toEqual([{ id: 7 }]);
    const postgres = readPostgresPid();
    second.child.disconnect();
    expect(await once(second.child, 'exit')).toEqual([0, null]);
    expect(readStartTime(postgres)).toBeUndefined();

    const third = await start();
    expect(await query('SELECT id FROM kept')).toEqual([{ id: 7 }]);
    third.child.kill('SIGINT');
    expect(await once(third.child, 'exit')).toEqual([0, null]);
    expect(third.readOutput()).toMatch(/^sandbox: stops \(SIGINT\)$/m);
  });
});
