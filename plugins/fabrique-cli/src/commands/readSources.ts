import { readFile, stat } from 'fs/promises';
import { join } from 'path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { SourceFile } from '../lint/lintFiles';

/** What a person named, and cannot be read. */
export interface UnreadablePath {
  path: string;
  /** As Node names it: `ENOENT`, `EACCES`. */
  reason: string;
}

/** Folders that hold no file of one's own, or files that are to be filled in first. */
const ignoredFolders = [
  'node_modules',
  '.git',
  'dist',
  'templates',
  'skeleton',
];

/**
 * Reads the files that paths, folders and patterns name, each once. Of a folder it reads every
 * `catalog-info.yaml` below, besides those of dependencies and of templates.
 */
export async function readSources(paths: string[]): Promise<{
  sources: SourceFile[];
  unreadable: UnreadablePath[];
}> {
  const sources = new Map<string, SourceFile>();
  const unreadable: UnreadablePath[] = [];
  for (const path of paths) {
    try {
      const files = await listFiles(path);
      if (files.length === 0) unreadable.push({ path, reason: 'ENOENT' });
      for (const file of files) {
        const text = await readFile(file, 'utf8');
        sources.set(file, { path: file, text });
      }
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      unreadable.push({ path, reason: code ?? message });
    }
  }
  return { sources: [...sources.values()], unreadable };
}

async function listFiles(path: string): Promise<string[]> {
  const isDirectory = await stat(path).then(
    found => found.isDirectory(),
    error => {
      if (isDynamicPattern(path)) return undefined;
      throw error;
    },
  );
  if (isDirectory === false) return [path];
  const found = isDirectory
    ? await glob('**/catalog-info.{yaml,yml}', {
        cwd: path,
        dot: true,
        followSymbolicLinks: false,
        ignore: ignoredFolders.map(folder => `**/${folder}/**`),
      })
    : await glob(path, { ignore: ['**/node_modules/**'] });
  return found.map(file => (isDirectory ? join(path, file) : file)).sort();
}
