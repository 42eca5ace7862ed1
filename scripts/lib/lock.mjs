import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { commandOf, isAlive } from './processTable.mjs';

/**
 * Takes a lock that names its process. The lock of a process that no longer lives is taken over.
 *
 * @param file - the lock file
 * @param details - what others may want to know, such as an address
 * @returns `{ lock }`, with `lock.left` the process groups a dead holder had started; or `{ holder }`
 */
export function acquireLock(file, details = {}) {
  mkdirSync(dirname(file), { recursive: true });
  const content = { pid: process.pid, ...details, groups: [] };
  try {
    writeFileSync(file, JSON.stringify(content), { flag: 'wx' });
    return { lock: createLock(file, content, []) };
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const holder = readLock(file);
  if (holder && isHeld(holder)) return { holder };
  replace(file, content);
  return { lock: createLock(file, content, holder?.groups ?? []) };
}

function createLock(file, content, left) {
  return {
    left,
    /** Notes a process group, so that whoever takes the lock over can end it. */
    track(group) {
      content.groups.push(group);
      replace(file, content);
    },
    release() {
      if (readLock(file)?.pid === process.pid) rmSync(file, { force: true });
    },
  };
}

/** The content of a lock file; undefined when there is none, or when it was cut short by a crash. */
export function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}

// The id of a dead process may belong to another program by now.
function isHeld(holder) {
  return (
    isAlive(holder.pid) && /scripts[\\/]\w+\.mjs/.test(commandOf(holder.pid))
  );
}

function replace(file, content) {
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, JSON.stringify(content));
  renameSync(temporary, file);
}
