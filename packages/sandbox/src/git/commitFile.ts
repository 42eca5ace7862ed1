import { randomUUID } from 'crypto';
import { rm } from 'fs/promises';
import { join } from 'path';
import { GitRepository } from './GitRepository';
import { runGit } from './runGit';

/** Who signs what a forge commits by itself. */
export interface Committer {
  name: string;
  email: string;
}

/**
 * Commits one file onto a branch of a bare repository, as a forge's web editor does. Without
 * `content` the file is removed.
 *
 * @returns the new commit's hash.
 */
export async function commitFile(
  repository: GitRepository,
  options: {
    branch: string;
    path: string;
    content?: Buffer;
    message: string;
    committer: Committer;
  },
): Promise<string> {
  const { directory } = repository;
  const { branch, path, content, message, committer } = options;
  const index = join(directory, `index.${randomUUID()}`);
  const env = {
    GIT_INDEX_FILE: index,
    GIT_AUTHOR_NAME: committer.name,
    GIT_AUTHOR_EMAIL: committer.email,
    GIT_COMMITTER_NAME: committer.name,
    GIT_COMMITTER_EMAIL: committer.email,
  };
  const parent = await repository.resolve(`refs/heads/${branch}`);
  try {
    if (parent) await runGit(directory, ['read-tree', parent], { env });
    if (content) {
      const blob = await runGit(directory, ['hash-object', '-w', '--stdin'], {
        input: content,
      });
      const entry = `100644,${blob.trim()},${path}`;
      await runGit(directory, ['update-index', '--add', '--cacheinfo', entry], {
        env,
      });
    } else {
      await runGit(directory, ['update-index', '--index-info'], {
        env,
        input: `0 ${'0'.repeat(40)}\t${path}\n`,
      });
    }
    const tree = (await runGit(directory, ['write-tree'], { env })).trim();
    const commit = (
      await runGit(
        directory,
        ['commit-tree', tree, ...(parent ? ['-p', parent] : [])],
        { env, input: message },
      )
    ).trim();
    await repository.updateRef(`refs/heads/${branch}`, commit);
    return commit;
  } finally {
    await rm(index, { force: true });
  }
}
