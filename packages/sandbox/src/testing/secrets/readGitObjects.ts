import { execFile } from 'child_process';
import { readdirSync } from 'fs';
import { join } from 'path';
import { promisify } from 'util';

/** Everything that a repository holds, in whatever branch, tag or forgotten commit. */
export interface GitObjects {
  /** Below the folder of the sandbox: `github/SocialGouv/domifa.git`. */
  repository: string;
  /** Contents of all objects, one byte to a character. */
  objects: string[];
}

/** Reads all objects of all repositories of the sandbox's GitHub and GitLab. */
export async function readGitObjects(dataDir: string): Promise<GitObjects[]> {
  const repositories = ['github', 'gitlab'].flatMap(forge =>
    readdirSync(join(dataDir, forge), { encoding: 'utf8', recursive: true })
      .filter(path => /\.git$/.test(path))
      .map(path => join(forge, path)),
  );
  const all: GitObjects[] = [];
  for (const repository of repositories.sort()) {
    const { stdout } = await promisify(execFile)(
      'git',
      ['cat-file', '--batch-all-objects', '--batch', '--buffer'],
      {
        cwd: join(dataDir, repository),
        encoding: 'buffer',
        maxBuffer: 256 * 1024 * 1024,
      },
    );
    all.push({ repository, objects: [...splitObjects(stdout)] });
  }
  return all;
}

/** Each object comes after a line with its hash, type and size, and before the end of a line. */
function* splitObjects(output: Buffer): Generator<string> {
  let at = 0;
  while (at < output.length) {
    const start = output.indexOf('\n', at) + 1;
    const size = Number(output.toString('latin1', at, start).split(' ')[2]);
    yield output.toString('latin1', start, start + size);
    at = start + size + 1;
  }
}
