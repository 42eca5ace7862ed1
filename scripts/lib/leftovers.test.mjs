import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { endLeftovers, endServersOfTests } from './leftovers.mjs';
import { isAlive } from './processTable.mjs';

const startGroup = async marker => {
  const child = spawn(
    process.execPath,
    ['-e', 'setTimeout(() => {}, 60_000)', marker],
    { detached: true, stdio: 'ignore' },
  );
  await once(child, 'spawn');
  return child;
};

test('ends a group that is ours and the servers of the data folder, and nothing else', async () => {
  const [ours, server, other, reused] = await Promise.all(
    ['/here/start', '/data/postgres', '/there', '/there'].map(startGroup),
  );
  try {
    const ended = Promise.all([once(ours, 'exit'), once(server, 'exit')]);
    assert.equal(
      await endLeftovers({
        groups: [ours.pid, reused.pid, 2 ** 22 + 1],
        folders: ['/here'],
        dataDir: '/data',
      }),
      2,
    );
    await ended;
    assert.equal(isAlive(other.pid), true);
    assert.equal(isAlive(reused.pid), true);
  } finally {
    other.kill('SIGKILL');
    reused.kill('SIGKILL');
  }
});

test('ends the servers of tests whose process is gone, and no others', async () => {
  const folders = '/tests-of-leftovers-';
  const used = await startGroup(`${folders}used/postgres`);
  // Its parent ends at once.
  const script = `const { spawn } = require('child_process');
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)', '${folders}left/postgres'], { detached: true, stdio: 'ignore' });
    process.stdout.write(String(child.pid), () => process.exit());`;
  const left = Number(
    execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }),
  );
  try {
    assert.equal(isAlive(left), true);
    assert.equal(await endServersOfTests(folders), 1);
    assert.equal(isAlive(used.pid), true);
  } finally {
    used.kill('SIGKILL');
  }
});
