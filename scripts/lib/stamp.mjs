import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { root, toolsDir } from './paths.mjs';

const skipped =
  /^(node_modules|dist|dist-types|coverage|e2e-tests|__fixtures__|dev)$|\.test\.tsx?$|\.md$/;

/** The files below a folder that a build reads, in a stable order. */
export function listSources(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => !skipped.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? listSources(path) : [path];
    });
}

/** One hash for the content of files and for texts. A file that does not exist counts as such. */
export function hashInputs(files, texts = []) {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(`\0${relative(root, file)}\0`);
    hash.update(existsSync(file) ? readFileSync(file) : 'absent');
  }
  for (const text of texts) hash.update(`\0${text}`);
  return hash.digest('hex');
}

/** Remembers the inputs of the last success of a step, so that it is done again only when they change. */
export function createStamp(name, dir = join(toolsDir, 'stamps')) {
  const file = join(dir, name);
  return {
    matches(hash) {
      return existsSync(file) && readFileSync(file, 'utf8') === hash;
    },
    /** Before the step begins: killed half-way, it is done again. */
    clear() {
      rmSync(file, { force: true });
    },
    /** After the step succeeded. */
    write(hash) {
      mkdirSync(dir, { recursive: true });
      writeFileSync(`${file}.new`, hash);
      renameSync(`${file}.new`, file);
    },
  };
}
