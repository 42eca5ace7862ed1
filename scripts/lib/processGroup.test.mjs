import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { endLeftovers } from './processGroup.mjs';
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

test('ends a group that is ours, and leaves one that is not', async () => {
  const [ours, other] = await Promise.all(
    ['/here/ours', '/there'].map(startGroup),
  );
  try {
    const exited = once(ours, 'exit');
    assert.equal(
      await endLeftovers([ours.pid, other.pid, 2 ** 22 + 1], ['/here']),
      1,
    );
    await exited;
    assert.equal(isAlive(other.pid), true);
  } finally {
    other.kill('SIGKILL');
  }
});
