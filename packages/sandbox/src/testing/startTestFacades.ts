import { mkdtempSync, rmSync } from 'fs';
import { createServer, Server } from 'http';
import { AddressInfo } from 'net';
import { tmpdir } from 'os';
import { join } from 'path';
import { Facade, FacadeFactory, SandboxContext } from '../kernel/Facade';
import { createContext } from '../kernel/createContext';

/** Facades that answer on free ports, over a data folder of their own. */
export interface TestFacades {
  context: SandboxContext;
  /** Moves the clock that the facades see. */
  advance(milliseconds: number): void;
  /** Makes the facades anew over the same data folder, as a restart does. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts facades for a test; the clock stands still until it is moved, where `now` is given. */
export async function startTestFacades(
  factories: FacadeFactory[],
  options: { now?: Date } = {},
): Promise<TestFacades> {
  const dataDir = mkdtempSync(join(tmpdir(), 'fabrique-sandbox-'));
  let offset = 0;
  let running: { facade: Facade; server: Server }[] = [];

  const start = async () => {
    const context: SandboxContext = {
      ...createContext({ dataDir, portPrefix: 76, log: () => {} }),
      now: () => new Date((options.now?.getTime() ?? Date.now()) + offset),
      advance(milliseconds) {
        offset += milliseconds;
      },
    };
    for (const facade of factories.map(create => create(context))) {
      const server = createServer(facade.app);
      await new Promise<void>(resolve => {
        server.listen(0, '127.0.0.1', resolve);
      });
      const { port } = server.address() as AddressInfo;
      context.urls[facade.id] = `http://127.0.0.1:${port}`;
      running.push({ facade, server });
      await facade.start?.();
    }
    return context;
  };
  const end = async () => {
    for (const { facade, server } of running) {
      await facade.stop?.();
      await new Promise(resolve => {
        server.close(resolve);
        server.closeAllConnections();
      });
    }
    running = [];
  };

  const facades: TestFacades = {
    context: await start(),
    advance(milliseconds) {
      offset += milliseconds;
    },
    async restart() {
      await end();
      facades.context = await start();
    },
    async stop() {
      await end();
      rmSync(dataDir, { recursive: true });
    },
  };
  return facades;
}
