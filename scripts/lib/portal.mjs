import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startChild } from './Child.mjs';
import { Refusal } from './Refusal.mjs';
import { t } from './language.mjs';
import { endedByItself } from './endedByItself.mjs';
import { readLastLines } from './logFile.mjs';
import { root } from './paths.mjs';
import { sandboxTrust } from './sandbox.mjs';

const READY_WITHIN_MS = 180_000;

/** Starts the portal from its sources: the backend, which also serves the built frontend. */
export function startPortal(settings) {
  return startChild({
    args: [
      '--require',
      join(root, 'scripts/lib/endWithParent.cjs'),
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      'src/index.ts',
    ],
    // As Backstage does: paths in app-config.yaml are relative to this folder.
    cwd: join(root, 'packages/backend'),
    env: {
      NODE_ENV: 'development',
      PORTAL_PORT: String(settings.portalPort),
      SANDBOX_PORT_PREFIX: String(settings.portPrefix),
      NODE_COMPILE_CACHE: join(root, '.tools', 'compile-cache'),
      ...sandboxTrust(settings),
    },
    logFile: settings.portalLog,
  });
}

/** @throws Refusal when the portal ends, or is not ready in time */
export async function waitForPortal(portal, settings, report) {
  const url = `http://127.0.0.1:${settings.portalPort}/.backstage/health/v1/readiness`;
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    if (portal.hasExited()) {
      throw portalEnded(settings, await portal.exited);
    }
    if (await answers(url)) return;
    const failure = findStartupFailure(settings.portalLog);
    if (failure) {
      throw new Refusal(
        t(
          `Le portail ne démarre pas : ${failure}\nJournal : ${settings.portalLog}`,
          `The portal does not start: ${failure}\nLog: ${settings.portalLog}`,
        ),
      );
    }
    report(lastStage(settings.portalLog));
    await sleep(500);
  }
  throw new Refusal(
    t(
      `Le portail n'est pas prêt après 3 minutes. Journal : ${settings.portalLog}`,
      `The portal is not ready after 3 minutes. Log: ${settings.portalLog}`,
    ),
  );
}

// Backstage says that a plugin failed, and then neither ends nor becomes ready.
function findStartupFailure(file) {
  return readLastLines(file, 400)
    .map(
      line =>
        /(?:Plugin|Module) .* startup failed; (?:caused by )?(.*)/.exec(
          line,
        )?.[1],
    )
    .find(Boolean);
}

// Our own question about its health is in its log too.
function lastStage(file) {
  const lines = readLastLines(file, 40);
  return lines.filter(line => !line.includes('rootHttpRouter')).at(-1) ?? '';
}

/** What to say when the portal ended by itself. */
export function portalEnded(settings, how) {
  return endedByItself(t('Le portail', 'The portal'), how, settings.portalLog);
}

/** The part of a portal's log line that a person should see at once: the message of an error, without its fields. */
export function readErrorLine(line) {
  return /^\S+ \S+ error (.*)/.exec(line)?.[1].replace(/ \w+="[^]*$/, '');
}

async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    return response.ok;
  } catch {
    return false; // nothing listens yet, or it is too busy to answer
  }
}
