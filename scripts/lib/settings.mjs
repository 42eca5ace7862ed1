import { join, resolve } from 'node:path';
import { Refusal } from './Refusal.mjs';
import { t } from './language.mjs';
import { root } from './paths.mjs';

/**
 * What the environment says about ports and folders.
 *
 * @throws Refusal when a value cannot be a port or a prefix
 */
export function readSettings(env = process.env) {
  const portalPort = toInteger(env, 'PORTAL_PORT', 7007, 1024, 65535);
  const portPrefix = toInteger(env, 'SANDBOX_PORT_PREFIX', 71, 11, 654);
  const dataDir = resolve(root, env.SANDBOX_DATA_DIR || '.sandbox');
  return {
    portalPort,
    portPrefix,
    dataDir,
    portalUrl: `http://localhost:${portalPort}`,
    lockFile: join(dataDir, 'start.lock'),
    portalLog: join(dataDir, 'logs', 'portal.log'),
    sandboxLog: join(dataDir, 'logs', 'sandbox.log'),
  };
}

function toInteger(env, name, fallback, min, max) {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new Refusal(
      t(
        `${name} vaut « ${text} » : il faut un nombre entier de ${min} à ${max}.`,
        `${name} is "${text}": it must be a whole number from ${min} to ${max}.`,
      ),
    );
  }
  return value;
}
