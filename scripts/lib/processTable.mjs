import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';

/** Whether a process with this id lives. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to someone else.
    return error.code === 'EPERM';
  }
}

/** All processes with their parent, group and command line. Linux is read from /proc: slim systems have no `ps`. */
export function listProcesses() {
  return existsSync('/proc/self/stat') ? listFromProc() : listFromPs();
}

/** The command line of one process, or an empty string when it is gone. */
export function commandOf(pid) {
  return listProcesses().find(entry => entry.pid === pid)?.command ?? '';
}

function listFromProc() {
  const entries = [];
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      // The second field is the name in parentheses and may hold spaces: count from its end.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8')
        .split('\0')
        .join(' ')
        .trim();
      // A zombie has ended; only its parent has not noticed.
      if (fields[0] === 'Z') continue;
      entries.push({
        pid: Number(name),
        parent: Number(fields[1]),
        group: Number(fields[2]),
        command,
      });
    } catch (error) {
      if (error.code !== 'ENOENT' && error.code !== 'ESRCH') throw error; // ended while we looked
    }
  }
  return entries;
}

function listFromPs() {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,pgid=,command='], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
    .split('\n')
    .map(line => /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter(Boolean)
    .map(([, pid, parent, group, command]) => ({
      pid: Number(pid),
      parent: Number(parent),
      group: Number(group),
      command,
    }));
}
