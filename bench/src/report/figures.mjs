import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/lib/paths.mjs';

const file = join(root, 'docs/benchmarks.json');

/** The figures that the report was last written from, by part. */
export function readFigures() {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

export function writeFigures(figures) {
  writeFileSync(file, `${JSON.stringify(figures, undefined, 2)}\n`);
}
