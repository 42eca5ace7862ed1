import { execFileSync } from 'child_process';
import { createHash } from 'crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'fs';
import { dirname, join } from 'path';
import { userInfo } from 'os';

/** Where Postgres runs from, keeps its data, and as whom. */
export interface PostgresHome {
  binaries: string;
  directory: string;
  /** Set when the sandbox itself runs as root, which Postgres refuses for itself. */
  owner?: { uid: number; gid: number };
}

const systemFolder = '/var/lib/fabrique-sandbox';

/**
 * Finds a place that Postgres can reach. Its own folder is the wanted one, unless the sandbox runs
 * as root from a folder that other users may not enter (such as /root): then data and binaries
 * are kept under /var/lib/fabrique-sandbox.
 */
export function preparePostgresHome(
  wantedDirectory: string,
  wantedBinaries: string,
): PostgresHome {
  if (userInfo().uid !== 0) {
    mkdirSync(wantedDirectory, { recursive: true });
    return { directory: wantedDirectory, binaries: wantedBinaries };
  }
  const owner = ensurePostgresUser();
  const directory = isReachable(dirname(wantedDirectory))
    ? wantedDirectory
    : moveAway(wantedDirectory);
  const binaries = isReachable(wantedBinaries)
    ? wantedBinaries
    : copyBinaries(wantedBinaries);
  mkdirSync(directory, { recursive: true });
  chownSync(directory, owner.uid, owner.gid);
  return { directory, binaries, owner };
}

/** The folder instead of the wanted one; emptied when the wanted one, with its note, was removed. */
function moveAway(wantedDirectory: string): string {
  const directory = join(systemFolder, `data-${shortHash(wantedDirectory)}`);
  const note = join(wantedDirectory, 'moved-to');
  if (!existsSync(note)) {
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(wantedDirectory, { recursive: true });
    writeFileSync(note, directory);
  }
  return directory;
}

function copyBinaries(source: string): string {
  const target = join(systemFolder, `postgres-${shortHash(source)}`);
  // The inode's change time tells a reinstalled package from the copied one.
  const copy = `${target}-${Math.round(statSync(source).ctimeMs)}`;
  if (!existsSync(copy)) {
    cpSync(source, `${copy}.new`, {
      recursive: true,
      force: true,
      verbatimSymlinks: true,
    });
    renameSync(`${copy}.new`, copy);
  }
  return copy;
}

/** Whether a user who is neither owner nor in the group may enter the folder. */
function isReachable(folder: string): boolean {
  const mayEnter = Boolean(statSync(folder).mode & 0o001);
  return (
    mayEnter && (dirname(folder) === folder || isReachable(dirname(folder)))
  );
}

function ensurePostgresUser(): { uid: number; gid: number } {
  return readPostgresUser() ?? createPostgresUser();
}

function readPostgresUser(): { uid: number; gid: number } | undefined {
  const readId = (flag: string) =>
    Number(
      execFileSync('id', [flag, 'postgres'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
  try {
    return { uid: readId('-u'), gid: readId('-g') };
  } catch (error) {
    // Status 1: no such user.
    if ((error as { status?: number }).status === 1) return undefined;
    throw error;
  }
}

function createPostgresUser(): { uid: number; gid: number } {
  execFileSync('groupadd', ['--force', '--system', 'postgres']);
  execFileSync('useradd', ['--system', '--gid', 'postgres', 'postgres']);
  const user = readPostgresUser();
  if (!user)
    throw new Error(
      'Postgres does not run as root, and the user "postgres" could not be made: start the sandbox as another user.',
    );
  return user;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
