import { existsSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { join } from 'path';
import { readStartTime } from './processes';

/**
 * Claims a data folder for this process and returns what gives it back. A claim whose process is
 * gone counts for nothing. Throws when a living sandbox has it: two would end one another's Postgres.
 */
export function lockDataDir(dataDir: string): () => void {
  const file = join(dataDir, 'sandbox.pid');
  const [pid, startTime] = existsSync(file)
    ? readFileSync(file, 'utf8').split('\n')
    : [];
  if (pid && startTime && readStartTime(Number(pid)) === startTime)
    throw new Error(
      `The sandbox already runs on ${dataDir}, as process ${pid}: stop it first, or set SANDBOX_DATA_DIR to another folder.`,
    );
  writeFileSync(file, `${process.pid}\n${readStartTime(process.pid)}`);
  return () => rmSync(file, { force: true });
}
