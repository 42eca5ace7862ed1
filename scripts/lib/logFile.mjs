import {
  existsSync,
  openSync,
  readFileSync,
  readSync,
  closeSync,
} from 'node:fs';
import { toPlain } from './progress.mjs';

/** The last lines of a log that say something: without colours, blank lines and stack frames. */
export function readLastLines(file, count) {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .map(toPlain)
    .filter(line => line && !/^(at |Node\.js v|[{}]$)/.test(line))
    .slice(-count);
}

/** Calls `onLine` for each line that is added to a file; returns what ends it. */
export function followFile(file, onLine, everyMs = 400) {
  let offset = 0;
  let rest = '';
  const buffer = Buffer.alloc(1 << 16);
  const timer = setInterval(() => {
    if (!existsSync(file)) return;
    const handle = openSync(file, 'r');
    try {
      for (;;) {
        const size = readSync(handle, buffer, 0, buffer.length, offset);
        if (size === 0) break;
        offset += size;
        const lines = (rest + buffer.toString('utf8', 0, size)).split('\n');
        rest = lines.pop();
        lines.map(toPlain).filter(Boolean).forEach(onLine);
      }
    } finally {
      closeSync(handle);
    }
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
