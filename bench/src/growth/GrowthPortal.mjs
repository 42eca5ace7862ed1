import { on, once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { mkdirSync, openSync } from 'node:fs';
import { childEnvironment } from '../../../scripts/lib/environment.mjs';
import { root } from '../../../scripts/lib/paths.mjs';
import { signalGroup } from '../../../scripts/lib/processGroup.mjs';
import { sandboxTrust } from '../../../scripts/lib/sandbox.mjs';
import { startUpstreamProxies } from './startUpstreamProxies.mjs';

const { Client } = createRequire(import.meta.url)('pg');

/**
 * A backend with the plugin alone over a fleet of `size` components, its own database, and its own way
 * to the sandbox, on which calls are counted.
 */
export async function startGrowthPortal(settings, options) {
  const { size, portalPort, portPrefix, withPlugin = true } = options;
  const proxies = await startUpstreamProxies({
    from: portPrefix,
    to: settings.portPrefix,
    tlsDir: join(settings.dataDir, 'tls'),
  });
  const prefix = `bench_${size}_`;
  const logDir = join(settings.dataDir, 'logs');
  mkdirSync(logDir, { recursive: true });
  const log = openSync(join(logDir, `growth-${size}.log`), 'a');
  const child = spawn(
    'node',
    [
      '--expose-gc',
      '--require',
      join(root, 'scripts/lib/endWithParent.cjs'),
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      join(root, 'bench/src/growth/growthPortal.ts'),
      '--config',
      join(root, 'app-config.yaml'),
      '--config',
      join(root, 'bench/app-config.growth.yaml'),
    ],
    {
      cwd: join(root, 'packages/backend'),
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
      env: childEnvironment({
        NODE_ENV: 'development',
        PORTAL_PORT: String(portalPort),
        SANDBOX_PORT_PREFIX: String(portPrefix),
        BENCH_DATABASE_PREFIX: prefix,
        BENCH_FLEET_SIZE: String(size),
        BENCH_WITHOUT_PLUGIN: String(!withPlugin),
        ...sandboxTrust(settings),
      }),
    },
  );
  const base = `http://127.0.0.1:${portalPort}`;
  await waitUntilReady(`${base}/.backstage/health/v1/readiness`, child, size);

  const database = withPlugin && (await connect(settings, `${prefix}fabrique`));
  return {
    base,
    counts: proxies.counts,
    /** In bytes: `kept` once all that can be freed is freed, `rss` of the process, and its `peak` so far. */
    async readMemory() {
      child.send('memory');
      for await (const [{ type, ...memory }] of on(child, 'message')) {
        // The tool that runs TypeScript sends messages of its own.
        if (type === 'memory') return memory;
      }
      throw new Error(`The portal with ${size} components has ended`);
    },
    query: async (text, values) => (await database.query(text, values)).rows,
    async stop() {
      await database?.end?.();
      child.kill('SIGTERM');
      const ended = once(child, 'exit');
      await Promise.race([ended, sleep(10_000)]);
      signalGroup(child.pid, 'SIGKILL');
      proxies.stop();
    },
  };
}

async function connect({ portPrefix }, database) {
  const client = new Client({
    host: '127.0.0.1',
    port: Number(`${portPrefix}10`),
    user: 'portal',
    password: 'portal',
    database,
  });
  await client.connect();
  return client;
}

async function waitUntilReady(url, child, size) {
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline && child.exitCode === null) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(300);
  }
  throw new Error(`The portal with ${size} components does not start`);
}
