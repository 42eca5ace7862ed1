import express from 'express';
import { mkdirSync } from 'fs';
import { join, resolve } from 'path';
import { createFacades } from './facades';
import { Facade, SandboxContext, SandboxSystem } from './kernel/Facade';
import { FaultList } from './kernel/FaultList';
import { RequestJournal } from './kernel/RequestJournal';
import { createContext } from './kernel/createContext';
import { createControlApp } from './kernel/createControlApp';
import { injectFault } from './kernel/injectFault';
import { ensureServerCertificate } from './kernel/ensureServerCertificate';
import { Listening, ensurePortFree, listen } from './kernel/listen';
import { lockDataDir } from './kernel/lockDataDir';
import { UpstreamId, toPort } from './kernel/ports';

/** A running sandbox. */
export interface Sandbox {
  urls: SandboxContext['urls'];
  context: SandboxContext;
  /** PEM file of the authority behind the sandbox's HTTPS, for `NODE_EXTRA_CA_CERTS`. */
  caCertificatePath: string;
  /** Ends every server, timer and child process; the data stays. */
  stop(): Promise<void>;
}

/** What {@link startSandbox} wants to know. */
export interface StartSandboxOptions {
  /** Where everything is kept; made when missing. */
  dataDir: string;
  /** First digits of every port, from 11 to 654. */
  portPrefix: number;
  /** Gets one line per step. */
  logger?(line: string): void;
  /** Starts these systems only; the control server always runs. */
  only?: UpstreamId[];
}

/**
 * Starts every system that the portal speaks to, on 127.0.0.1.
 *
 * Throws when a port is taken, and in production. Whatever had started by then is stopped again.
 */
export async function startSandbox(
  options: StartSandboxOptions,
): Promise<Sandbox> {
  if (process.env.NODE_ENV === 'production')
    throw new Error(
      'The sandbox has public passwords and does not start with NODE_ENV=production.',
    );
  const { portPrefix, only, logger = () => {} } = options;
  const dataDir = resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true });
  const unlock = lockDataDir(dataDir);

  const context = createContext({ dataDir, portPrefix, log: logger });
  const faults = new FaultList();
  const journal = new RequestJournal();
  const started: SandboxSystem[] = [];
  const listening: Listening[] = [];
  let isReady = false;

  const certificate = await ensureServerCertificate(join(dataDir, 'tls'));
  const lanes = createFacades(context, certificate).map(lane =>
    lane.filter(({ id }) => !only || only.includes(id)),
  );
  const urls = Object.fromEntries(
    Object.entries(context.urls).filter(
      ([id]) =>
        id === 'control' ||
        lanes.some(lane => lane.some(system => system.id === id)),
    ),
  );

  const stop = async () => {
    isReady = false;
    await Promise.all(listening.splice(0).map(server => server.close()));
    await Promise.all(started.splice(0).map(system => system.stop?.()));
    unlock();
  };

  const startOne = async (system: SandboxSystem) => {
    const port = toPort(system.id, portPrefix);
    const startedAt = Date.now();
    started.push(system);
    if (isFacade(system)) await ensurePortFree(system.id, port);
    await system.start?.();
    if (isFacade(system)) {
      const app = express();
      app.disable('x-powered-by');
      app.use(journal.record(system.id));
      app.use(injectFault(system.id, faults));
      app.use(system.app);
      const isHttps = context.urls[system.id].startsWith('https:');
      listening.push(
        await listen({
          id: system.id,
          port,
          handler: app,
          tls: isHttps ? certificate : undefined,
        }),
      );
    }
    logger(
      `${system.id} answers on ${context.urls[system.id]} (${
        Date.now() - startedAt
      } ms)`,
    );
  };

  try {
    listening.push(
      await listen({
        id: 'control',
        port: toPort('control', portPrefix),
        handler: createControlApp({
          faults,
          journal,
          status: () => ({ ready: isReady, urls }),
          clock: context,
        }),
      }),
    );
    const outcomes = await Promise.allSettled(
      lanes.map(async lane => {
        for (const system of lane) await startOne(system);
      }),
    );
    const failure = outcomes.find(outcome => outcome.status === 'rejected');
    if (failure) throw failure.reason;
  } catch (error) {
    await stop();
    throw error;
  }
  isReady = true;
  return {
    urls: context.urls,
    context,
    caCertificatePath: certificate.caCertificatePath,
    stop,
  };
}

function isFacade(system: SandboxSystem): system is Facade {
  return 'app' in system;
}
