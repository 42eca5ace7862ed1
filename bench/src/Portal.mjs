import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startChild } from '../../scripts/lib/Child.mjs';
import { waitForCatalog } from '../../scripts/lib/catalog.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { waitForPortal } from '../../scripts/lib/portal.mjs';
import { sandboxTrust, startSandbox } from '../../scripts/lib/sandbox.mjs';

/** The sandbox and the portal with its peers, started anew: nothing is in the portal's cache. */
export async function startStack(settings) {
  const sandbox = startSandbox(settings, () => {});
  await sandbox.ready;
  let portal;
  const control = `http://127.0.0.1:${settings.portPrefix}00`;
  const base = `http://127.0.0.1:${settings.portalPort}`;

  const startPortal = async () => {
    portal = startChild({
      args: [
        '--require',
        join(root, 'scripts/lib/endWithParent.cjs'),
        '--require',
        '@backstage/cli/config/nodeTransform.cjs',
        join(root, 'bench/src/portal.ts'),
        '--config',
        join(root, 'app-config.yaml'),
        '--config',
        join(root, 'bench/app-config.bench.yaml'),
      ],
      cwd: join(root, 'packages/backend'),
      env: {
        NODE_ENV: 'development',
        PORTAL_PORT: String(settings.portalPort),
        SANDBOX_PORT_PREFIX: String(settings.portPrefix),
        ...sandboxTrust(settings),
      },
      logFile: settings.portalLog,
    });
    await waitForPortal(portal, settings, () => {});
    await waitForCatalog(portal, settings, () => {});
  };

  const send = (path, method, body) =>
    fetch(control + path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });

  const readCatalog = async (path, token) => {
    const response = await fetch(`${base}/api/catalog${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return response.json();
  };

  await startPortal();
  return {
    base,
    /** A portal that has answered nobody yet. */
    async restartPortal() {
      await portal.stop();
      await startPortal();
    },
    get pid() {
      return portal.pid;
    },
    /** Signs in as the guest of the sandbox. */
    async signIn() {
      const response = await fetch(`${base}/api/auth/guest/refresh`, {
        headers: { 'X-Requested-With': 'XMLHttpRequest' },
      });
      return (await response.json()).backstageIdentity.token;
    },
    async readEntity(ref) {
      const [kind, namespace, name] = ref.split(/[:/]/);
      return readCatalog(
        `/entities/by-name/${kind}/${namespace}/${name}`,
        await this.signIn(),
      );
    },
    /** Names of components, so many at most. */
    async listComponents(limit) {
      const path = `/entities/by-query?limit=${limit}&filter=kind=component`;
      const { items } = await readCatalog(path, await this.signIn());
      return items.map(({ metadata }) => metadata.name);
    },
    async countCalls(upstreams) {
      const counts = {};
      for (const id of upstreams) {
        const answer = await fetch(`${control}/_requests?upstream=${id}`);
        counts[id] = (await answer.json()).count;
      }
      return counts;
    },
    forgetCalls: () => send('/_requests', 'DELETE'),
    /** The newest 500 calls, with their times. */
    readCalls: async () => (await fetch(`${control}/_requests`)).json(),
    /** The long operations of Azure so far. */
    readAzureOperations: () =>
      ['azure-storage-operations', 'azure-postgres-operations'].flatMap(
        name => {
          const file = join(settings.dataDir, 'documents', `${name}.json`);
          if (!existsSync(file)) return [];
          return JSON.parse(readFileSync(file, 'utf8')).map(([, one]) => one);
        },
      ),
    inject: (upstream, fault) => send('/_faults', 'POST', { upstream, fault }),
    hang: upstream =>
      send('/_faults', 'POST', { upstream, fault: { kind: 'hang' } }),
    heal: () => send('/_faults', 'DELETE'),
    /** Leaves the sandbox alone; `restartPortal` starts the portal again. */
    stopPortal: () => portal.stop(),
    async stop() {
      await portal?.stop();
      await sandbox.stop();
    },
  };
}
