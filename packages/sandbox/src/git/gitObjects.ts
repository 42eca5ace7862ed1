import { randomUUID } from 'crypto';
import { rm } from 'fs/promises';
import { join } from 'path';
import { Committer } from './commitFile';
import { GitError, runGit } from './runGit';

/** A file of a tree that is written; without `sha` the path goes. */
export interface TreeChange {
  path: string;
  mode: string;
  sha: string | null;
}

/** Writes a blob into a bare repository and gives its hash. */
export async function writeBlob(
  directory: string,
  content: Buffer,
): Promise<string> {
  const args = ['hash-object', '-w', '--stdin'];
  return (await runGit(directory, args, { input: content })).trim();
}

/**
 * Writes a tree: another one with some paths changed.
 *
 * @throws GitError if one of the objects does not exist.
 */
export async function writeTree(
  directory: string,
  base: string | undefined,
  changes: readonly TreeChange[],
): Promise<string> {
  const index = join(directory, `index.${randomUUID()}`);
  const env = { GIT_INDEX_FILE: index };
  try {
    if (base) await runGit(directory, ['read-tree', base], { env });
    await runGit(directory, ['update-index', '-z', '--index-info'], {
      env,
      input: changes
        .map(({ path, mode, sha }) =>
          sha ? `${mode} ${sha}\t${path}\0` : `0 ${'0'.repeat(40)}\t${path}\0`,
        )
        .join(''),
    });
    return (await runGit(directory, ['write-tree'], { env })).trim();
  } finally {
    await rm(index, { force: true });
  }
}

/**
 * Writes a commit that no branch has yet.
 *
 * @throws GitError if its tree or a parent does not exist.
 */
export async function writeCommit(
  directory: string,
  commit: {
    tree: string;
    parents: readonly string[];
    message: string;
    author: Committer;
  },
): Promise<string> {
  const { tree, parents, message, author } = commit;
  const args = ['commit-tree', tree, ...parents.flatMap(sha => ['-p', sha])];
  const env = {
    GIT_AUTHOR_NAME: author.name,
    GIT_AUTHOR_EMAIL: author.email,
    GIT_COMMITTER_NAME: author.name,
    GIT_COMMITTER_EMAIL: author.email,
  };
  return (await runGit(directory, args, { env, input: message })).trim();
}

/** The tree in which two commits are merged; undefined where they contradict each other. */
export async function mergeTrees(
  directory: string,
  ours: string,
  theirs: string,
): Promise<string | undefined> {
  try {
    const args = ['merge-tree', '--write-tree', ours, theirs];
    return (await runGit(directory, args)).split('\n')[0];
  } catch (error) {
    if (error instanceof GitError && error.exitCode === 1) return undefined;
    throw error;
  }
}
