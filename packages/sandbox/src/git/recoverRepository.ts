import { readdir, rm } from 'fs/promises';
import { join } from 'path';
import { GitRepository } from './GitRepository';

/**
 * Puts a repository in order after a kill: one that was about to be made is made, and locks of
 * processes that are gone are removed. Call it before anything uses the repository.
 */
export async function recoverRepository(directory: string): Promise<void> {
  const repository = new GitRepository(directory);
  if (!repository.exists()) {
    await GitRepository.create(directory);
    return;
  }
  const [top, refs] = await Promise.all([
    readdir(directory),
    readdir(join(directory, 'refs'), { recursive: true }),
  ]);
  const locks = [...top, ...refs.map(file => join('refs', file))].filter(file =>
    file.endsWith('.lock'),
  );
  await Promise.all(locks.map(file => rm(join(directory, file))));
}
