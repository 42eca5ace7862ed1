import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { isFree, listSandboxPorts, requireFreePorts } from './ports.mjs';

const listen = port =>
  new Promise(resolve => {
    const server = createServer();
    server.listen(port, '127.0.0.1', () => resolve(server));
  });

test('reads the ports of the sandbox from its own list', () => {
  const ports = listSandboxPorts(82);
  assert.deepEqual(ports.slice(0, 3), [
    { id: 'control', port: 8200 },
    { id: 'github', port: 8201 },
    { id: 'gitlab', port: 8202 },
  ]);
  assert.deepEqual(
    ports.find(p => p.id === 'postgres'),
    { id: 'postgres', port: 8210 },
  );
});

test('names a port that is taken and the setting that changes it', async () => {
  const server = await listen(0);
  const { port } = server.address();
  try {
    assert.equal(await isFree(port), false);
    await assert.rejects(
      requireFreePorts({ portalPort: port, portPrefix: 82 }),
      error =>
        error.name === 'Refusal' &&
        error.message.includes(String(port)) &&
        error.message.includes('PORTAL_PORT='),
    );
  } finally {
    await new Promise(resolve => server.close(resolve));
  }
  assert.equal(await isFree(port), true);
});

test('refuses a portal on a port of its own sandbox', async () => {
  await assert.rejects(
    requireFreePorts({ portalPort: 8207, portPrefix: 82 }),
    /8207.*matomo.*PORTAL_PORT=/s,
  );
});
