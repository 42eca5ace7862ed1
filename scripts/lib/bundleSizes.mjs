import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The scripts and styles that `index.html` of a build names, as paths below the build. */
export function listInitialFiles(dist) {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  return [
    ...html.matchAll(/(?:src|href)="\/?(static\/[^"]+\.(?:js|css))"/g),
  ].map(match => match[1]);
}

/**
 * The gzipped size of files of a build, in bytes, and whether one of them holds `plotMark`.
 *
 * @param files - paths below the build
 */
export function sumGzip(dist, files, plotMark) {
  const contents = files.map(file => readFileSync(join(dist, file)));
  return {
    bytes: contents.reduce(
      (sum, content) => sum + gzipSync(content, { level: 9 }).length,
      0,
    ),
    hasPlots: Boolean(plotMark) && contents.some(c => c.includes(plotMark)),
  };
}
