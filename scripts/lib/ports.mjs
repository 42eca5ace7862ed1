import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Refusal } from './Refusal.mjs';
import { t } from './language.mjs';
import { root } from './paths.mjs';

/** The ports of the sandbox by system, from the one list that the sandbox itself uses. */
export function listSandboxPorts(portPrefix) {
  const source = readFileSync(
    join(root, 'packages/sandbox/src/kernel/ports.ts'),
    'utf8',
  );
  const list = /portSuffixes = \{([^}]*)\}/.exec(source)?.[1] ?? '';
  return [...list.matchAll(/'?([\w-]+)'?: '(\d\d)'/g)].map(
    ([, id, suffix]) => ({
      id,
      port: Number(`${portPrefix}${suffix}`),
    }),
  );
}

/** Whether a server could listen on this port of the loopback address. */
export function isFree(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', error =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES'
        ? resolve(false)
        : reject(error),
    );
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () =>
      server.close(() => resolve(true)),
    );
  });
}

/** @throws Refusal that names the first port that is taken and the setting that changes it */
export async function requireFreePorts({ portalPort, portPrefix }) {
  const systems = listSandboxPorts(portPrefix);
  const system = systems.find(({ port }) => port === portalPort);
  if (system) {
    const other = Number(`${portPrefix}90`);
    throw new Refusal(
      t(
        `Le port ${portalPort} du portail est celui de ${system.id} dans le bac à sable : lancez « PORTAL_PORT=${other} npm start ».`,
        `Port ${portalPort} of the portal is that of ${system.id} in the sandbox: run "PORTAL_PORT=${other} npm start".`,
      ),
    );
  }
  if (!(await isFree(portalPort))) {
    const other = portalPort + 10;
    throw new Refusal(
      t(
        `Le port ${portalPort} du portail est déjà pris par un autre programme : arrêtez-le, ou lancez « PORTAL_PORT=${other} npm start ».`,
        `Port ${portalPort} of the portal is taken by another program: stop it, or run "PORTAL_PORT=${other} npm start".`,
      ),
    );
  }
  for (const { id, port } of systems) {
    if (await isFree(port)) continue;
    const other = portPrefix + 1;
    throw new Refusal(
      t(
        `Le port ${port} (${id}, dans le bac à sable) est déjà pris par un autre programme : arrêtez-le, ou lancez « SANDBOX_PORT_PREFIX=${other} npm start ».`,
        `Port ${port} (${id}, in the sandbox) is taken by another program: stop it, or run "SANDBOX_PORT_PREFIX=${other} npm start".`,
      ),
    );
  }
}
