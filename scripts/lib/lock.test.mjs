import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { acquireLock, readLock } from './lock.mjs';

const folder = mkdtempSync(join(tmpdir(), 'fabrique-lock-'));
after(() => rmSync(folder, { recursive: true }));

const deadPid = () => spawnSync(process.execPath, ['--version']).pid;

test('takes a free lock, notes groups in it, and gives it back', () => {
  const file = join(folder, 'deeper', 'free.lock');
  const { lock } = acquireLock(file, { url: 'http://localhost:7007' });
  lock.track(4242);
  assert.deepEqual(readLock(file), {
    pid: process.pid,
    url: 'http://localhost:7007',
    groups: [4242],
  });
  lock.release();
  assert.equal(existsSync(file), false);
});

test('takes over the lock of a dead process and says what it had started', () => {
  const file = join(folder, 'dead.lock');
  writeFileSync(file, JSON.stringify({ pid: deadPid(), groups: [1, 2] }));
  const { lock } = acquireLock(file);
  assert.deepEqual(lock.left, [1, 2]);
  assert.equal(readLock(file).pid, process.pid);
});

test('takes over a lock that a crash cut short', () => {
  const file = join(folder, 'cut.lock');
  writeFileSync(file, '{"pid": 12');
  assert.deepEqual(acquireLock(file).lock.left, []);
});

test('takes over a lock whose process id belongs to another program now', () => {
  const file = join(folder, 'reused.lock');
  writeFileSync(file, JSON.stringify({ pid: process.ppid, groups: [] }));
  assert.ok(acquireLock(file).lock);
});

test('tells who holds the lock while one of our commands lives', async () => {
  const file = join(folder, 'held.lock');
  const script = join(folder, 'scripts', 'sleep.mjs');
  acquireLock(join(folder, 'scripts', 'any.lock')); // makes the folder
  writeFileSync(script, 'setTimeout(() => {}, 60_000)');
  const holder = spawn(process.execPath, [script]);
  try {
    await new Promise(resolve => holder.once('spawn', resolve));
    const content = { pid: holder.pid, url: 'http://localhost:1', groups: [] };
    writeFileSync(file, JSON.stringify(content));
    assert.deepEqual(acquireLock(file), { holder: content });
  } finally {
    holder.kill('SIGKILL');
  }
});
