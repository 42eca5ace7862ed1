import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from './paths.mjs';

const ts = createRequire(import.meta.url)('typescript');

/** Packages that have something of every service. */
const packages = [
  'plugins/fabrique-common',
  'plugins/fabrique-node',
  'plugins/fabrique-backend',
  'plugins/fabrique-frontend',
  'packages/sandbox',
];

/**
 * A copy of the packages that have something of every service, and the compiler over it, which checks
 * again only what a change touched.
 */
export function createCheckedCopy() {
  const folder = mkdtempSync(join(tmpdir(), 'fabrique-copy-'));
  const versions = new Map();
  for (const path of packages) {
    mkdirSync(join(folder, path), { recursive: true });
    for (const name of ['src', 'package.json', 'config.d.ts']) {
      const from = join(root, path, name);
      if (existsSync(from))
        cpSync(from, join(folder, path, name), { recursive: true });
    }
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));

  const { config } = ts.readConfigFile(
    join(root, 'tsconfig.json'),
    ts.sys.readFile,
  );
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const compilerOptions = {
    ...options,
    incremental: false,
    composite: false,
    noEmit: true,
    rootDir: folder,
    typeRoots: [join(root, 'node_modules/@types')],
    // The copies, in place of what Yarn links.
    paths: Object.fromEntries(packages.flatMap(path => toPaths(folder, path))),
  };
  const service = ts.createLanguageService({
    getCompilationSettings: () => compilerOptions,
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getScriptFileNames: () =>
      packages.flatMap(p => listSources(join(folder, p, 'src'))),
    getScriptSnapshot: file =>
      existsSync(file)
        ? ts.ScriptSnapshot.fromString(readFileSync(file, 'utf8'))
        : undefined,
    getScriptVersion: file => String(versions.get(file) ?? 0),
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    realpath: ts.sys.realpath,
  });

  return {
    folder,
    /** Puts text in place of another, once in a file. */
    edit(path, before, after) {
      const file = join(folder, path);
      const text = readFileSync(file, 'utf8');
      if (!text.includes(before))
        throw new Error(`${path} has no '${before}' any more`);
      writeFileSync(file, text.replace(before, after));
      versions.set(file, (versions.get(file) ?? 0) + 1);
    },
    /** What the compiler says of these files, one line each. */
    check(paths) {
      return paths.flatMap(path =>
        service
          .getSemanticDiagnostics(join(folder, path))
          .map(
            ({ messageText }) =>
              `${path}: ${
                ts.flattenDiagnosticMessageText(messageText, ' ').split('\n')[0]
              }`,
          ),
      );
    },
    /** Services of which a package has a folder. */
    listFolders: path =>
      readdirSync(join(folder, path, 'src/integrations'), {
        withFileTypes: true,
      })
        .filter(entry => entry.isDirectory())
        .map(({ name }) => name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function toPaths(folder, path) {
  const { name, exports = {} } = JSON.parse(
    readFileSync(join(folder, path, 'package.json'), 'utf8'),
  );
  return Object.entries(exports)
    .filter(([, file]) => typeof file === 'string' && file.endsWith('.ts'))
    .map(([entry, file]) => [
      entry === '.' ? name : `${name}/${entry.slice(2)}`,
      [join(folder, path, file)],
    ]);
}

function listSources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return entry.name === '__fixtures__' && !path.includes('frontend')
        ? []
        : listSources(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name)
      ? [path]
      : [];
  });
}
