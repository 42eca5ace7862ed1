import { chmodSync, mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { UpstreamId } from '../kernel/ports';
import { Sandbox, startSandbox } from '../startSandbox';
import { findPortPrefix } from './findPortPrefix';

/** A sandbox over a folder of its own. */
export interface TestSandbox extends Sandbox {
  portPrefix: number;
  dataDir: string;
  /** Stops it and starts it again over the same data. */
  restart(): Promise<void>;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
}

/** Starts some systems of the sandbox, or all, for a test, on free ports. */
export async function startTestSandbox(
  only?: UpstreamId[],
): Promise<TestSandbox> {
  const dataDir = makeDataDir();
  const portPrefix = await findPortPrefix();
  const start = () => startSandbox({ dataDir, portPrefix, only });
  const sandbox: TestSandbox = {
    ...(await start()),
    portPrefix,
    dataDir,
    async restart() {
      await sandbox.stop();
      Object.assign(sandbox, await start());
    },
    async remove() {
      await sandbox.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return sandbox;
}

/** A folder that Postgres can enter, also when root runs the tests. */
export function makeDataDir(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'fabrique-sandbox-'));
  chmodSync(dataDir, 0o755);
  return dataDir;
}
