import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startChild } from './Child.mjs';
import { t } from './language.mjs';
import { endedByItself } from './endedByItself.mjs';
import { followFile } from './logFile.mjs';
import { root } from './paths.mjs';

/** Starts the sandbox; `ready` resolves when every system answers. */
export function startSandbox(settings, report) {
  const child = startChild({
    args: ['packages/sandbox/bin/fabrique-sandbox'],
    cwd: root,
    env: {
      NODE_ENV: 'development',
      SANDBOX_PORT_PREFIX: String(settings.portPrefix),
      SANDBOX_DATA_DIR: settings.dataDir,
      NODE_COMPILE_CACHE: join(root, '.tools', 'compile-cache'),
    },
    logFile: settings.sandboxLog,
  });
  const unfollow = followFile(settings.sandboxLog, report);
  const ready = new Promise((resolve, reject) => {
    child.onMessage(message => {
      if (message?.type === 'ready') resolve();
    });
    child.exited.then(how => reject(sandboxEnded(settings, how)));
  }).finally(unfollow);
  return { ...child, ready };
}

/** What to say when the sandbox ended by itself. */
export function sandboxEnded(settings, how) {
  return endedByItself(
    t('Le bac à sable', 'The sandbox'),
    how,
    settings.sandboxLog,
  );
}

/** What the portal must trust to speak to the sandbox's Resource Manager over HTTPS. */
export function sandboxTrust(settings) {
  const ca = join(settings.dataDir, 'tls', 'ca.pem');
  return existsSync(ca) ? { NODE_EXTRA_CA_CERTS: ca } : {};
}
