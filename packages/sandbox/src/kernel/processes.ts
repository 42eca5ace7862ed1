import { ChildProcess, execFileSync } from 'child_process';
import { existsSync, readFileSync } from 'fs';
import { setTimeout as delay } from 'timers/promises';

/** When a process started, in the system's own words; `undefined` when there is no such process. */
export function readStartTime(pid: number): string | undefined {
  if (process.platform !== 'linux') return ps(pid, 'lstart=');
  const stat = readProc(pid, 'stat');
  // The name, in parentheses, may hold spaces; the start is the 20th field after it. "Z" is a
  // process that ended and waits for its parent.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields && fields[0] !== 'Z' ? fields[19] : undefined;
}

/** The command line of a process; `undefined` when there is no such process. */
export function readCommandLine(pid: number): string | undefined {
  if (process.platform !== 'linux') return ps(pid, 'args=');
  return readProc(pid, 'cmdline')?.split('\0').join(' ');
}

/**
 * Ends the process that a killed sandbox left behind: the one named in the first line of the file,
 * if its command line shows that it works on our data.
 */
export async function endLeftover(
  pidFile: string,
  mark: string,
): Promise<boolean> {
  if (!existsSync(pidFile)) return false;
  const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
  if (!pid || !readCommandLine(pid)?.includes(mark)) return false;
  const startTime = readStartTime(pid);
  const isThere = () => readStartTime(pid) === startTime;

  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 10_000 && isThere(); waited += 50)
    await delay(50);
  if (isThere()) process.kill(pid, 'SIGKILL');
  while (isThere()) await delay(50);
  return true;
}

/** Ends a child: first politely, after ten seconds by force. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise(resolve => {
    child.once('exit', resolve);
  });
  child.kill('SIGINT');
  const force = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(force);
}

function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8') || undefined;
  } catch (error) {
    // ENOENT and ESRCH: the process is gone.
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return undefined;
    throw error;
  }
}

function ps(pid: number, column: string): string | undefined {
  try {
    const output = execFileSync('ps', ['-ww', '-o', column, '-p', `${pid}`], {
      encoding: 'utf8',
    });
    return output.trim() || undefined;
  } catch (error) {
    // Status 1: no such process.
    if ((error as { status?: number }).status === 1) return undefined;
    throw error;
  }
}
