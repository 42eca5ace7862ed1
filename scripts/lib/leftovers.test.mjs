import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { endLeftovers } from './leftovers.mjs';
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
