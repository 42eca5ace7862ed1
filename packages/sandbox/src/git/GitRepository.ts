import { existsSync } from 'fs';
import { mkdir, readFile } from 'fs/promises';
import { join } from 'path';
import { GitCommit, gitLogFormat, parseGitLog } from './parseGitLog';
import { GitError, runGit, runGitForBytes } from './runGit';

/** A branch, or a tag with the commit that it points to. */
export interface GitRef {
  name: string;
  sha: string;
}

/** One line of a tree. */
export interface GitTreeEntry {
  path: string;
  mode: string;
  type: 'blob' | 'tree' | 'commit';
  sha: string;
  size?: number;
}

/** A bare repository on disk; every answer comes from git itself. */
export class GitRepository {
  readonly directory: string;

  constructor(directory: string) {
    this.directory = directory;
  }

  /** Makes an empty bare repository, or opens the one that is there. */
  static async create(
    directory: string,
    defaultBranch = 'main',
  ): Promise<GitRepository> {
    const repository = new GitRepository(directory);
    if (!repository.exists()) {
      await mkdir(directory, { recursive: true });
      await runGit(directory, [
        'init',
        '--quiet',
        '--bare',
        '--template=',
        `--initial-branch=${defaultBranch}`,
      ]);
    }
    return repository;
  }

  exists(): boolean {
    return existsSync(join(this.directory, 'HEAD'));
  }

  branches(): Promise<GitRef[]> {
    return this.#refs('refs/heads');
  }

  /** Tags by name, oldest version first. */
  tags(): Promise<GitRef[]> {
    return this.#refs('refs/tags');
  }

  /** Hash of the commit of every branch and tag, by full name: `refs/heads/main`. */
  async allRefs(): Promise<Record<string, string>> {
    const refs = await this.#refs('refs');
    return Object.fromEntries(
      refs
        .filter(({ name }) => /^(heads|tags)\//.test(name))
        .map(({ name, sha }) => [`refs/${name}`, sha]),
    );
  }

  /** Branch that HEAD names, whether it has commits or not. */
  async defaultBranch(): Promise<string> {
    const head = await readFile(join(this.directory, 'HEAD'), 'utf8');
    return head.trim().replace(/^ref: refs\/heads\//, '');
  }

  async setDefaultBranch(branch: string): Promise<void> {
    await this.#git(['symbolic-ref', 'HEAD', `refs/heads/${branch}`]);
  }

  /** As forges do after the first push: HEAD names a branch that exists. */
  async repairDefaultBranch(): Promise<void> {
    const [current, branches] = await Promise.all([
      this.defaultBranch(),
      this.branches(),
    ]);
    const names = branches.map(({ name }) => name);
    if (names.length === 0 || names.includes(current)) return;
    await this.setDefaultBranch(
      ['main', 'master'].find(name => names.includes(name)) ?? names[0],
    );
  }

  /**
   * Full hash of the commit that a branch, tag or hash names. What comes from outside goes through
   * here first: the other methods take what it gave.
   */
  async resolve(revision: string): Promise<string | undefined> {
    if (revision.startsWith('-')) return undefined;
    return this.#optional([
      'rev-parse',
      '--verify',
      '--quiet',
      `${revision}^{commit}`,
    ]);
  }

  /** Commits of a revision or range (`a..b`), newest first. */
  async commits(options: {
    revision: string;
    path?: string;
    since?: string;
    until?: string;
    skip?: number;
    limit?: number;
  }): Promise<GitCommit[]> {
    const { revision, path, since, until, skip = 0, limit = 30 } = options;
    return parseGitLog(
      await this.#git([
        'log',
        `--format=${gitLogFormat}`,
        `--skip=${skip}`,
        `--max-count=${limit}`,
        ...(since ? [`--since=${since}`] : []),
        ...(until ? [`--until=${until}`] : []),
        revision,
        '--',
        ...(path ? [path] : []),
      ]),
    );
  }

  async count(revision: string, path?: string): Promise<number> {
    return Number(
      await this.#git([
        'rev-list',
        '--count',
        revision,
        '--',
        ...(path ? [path] : []),
      ]),
    );
  }

  async mergeBase(a: string, b: string): Promise<string | undefined> {
    return this.#optional(['merge-base', a, b]);
  }

  /** Files that differ, with the lines added and removed. */
  async changedFiles(
    from: string,
    to: string,
  ): Promise<{ path: string; additions: number; deletions: number }[]> {
    const text = await this.#git(['diff', '--numstat', '-z', from, to, '--']);
    return text
      .split('\0')
      .filter(Boolean)
      .map(line => line.split('\t'))
      .map(([additions, deletions, path]) => ({
        path,
        additions: Number(additions) || 0,
        deletions: Number(deletions) || 0,
      }));
  }

  /** What is at a path; `''` is the root. */
  async entry(
    revision: string,
    path: string,
  ): Promise<GitTreeEntry | undefined> {
    if (path === '') {
      const tree = await this.#optional([
        'rev-parse',
        '--verify',
        '--quiet',
        `${revision}^{tree}`,
      ]);
      return tree
        ? { path, mode: '040000', type: 'tree', sha: tree }
        : undefined;
    }
    const [entry] = await this.#tree(revision, ['--', path]);
    return entry;
  }

  /** Content of a folder, with `recursive` all the files below. */
  async list(
    revision: string,
    folder = '',
    options: { recursive?: boolean } = {},
  ): Promise<GitTreeEntry[]> {
    return this.#tree(revision, [
      ...(options.recursive ? ['-r', '-t'] : []),
      '--',
      ...(folder ? [`${folder.replace(/\/+$/, '')}/`] : []),
    ]);
  }

  async blob(sha: string): Promise<Buffer> {
    return runGitForBytes(this.directory, ['cat-file', 'blob', sha]);
  }

  /** A file's text; `undefined` where there is none. */
  async readFile(revision: string, path: string): Promise<string | undefined> {
    const entry = await this.entry(revision, path);
    return entry?.type === 'blob'
      ? (await this.blob(entry.sha)).toString('utf8')
      : undefined;
  }

  /** A gzipped tar archive of a commit, below one folder. */
  async archive(revision: string, folder: string): Promise<Buffer> {
    return runGitForBytes(this.directory, [
      'archive',
      '--format=tar.gz',
      `--prefix=${folder}/`,
      revision,
    ]);
  }

  /** Sets a full ref (`refs/heads/x`) to a commit. */
  async updateRef(ref: string, sha: string): Promise<void> {
    await this.#git(['update-ref', ref, sha]);
  }

  async deleteRef(ref: string): Promise<void> {
    await this.#git(['update-ref', '-d', ref]);
  }

  async isAncestor(ancestor: string, descendant: string): Promise<boolean> {
    return (await this.mergeBase(ancestor, descendant)) === ancestor;
  }

  async #refs(prefix: string): Promise<GitRef[]> {
    const text = await this.#git([
      'for-each-ref',
      '--sort=version:refname',
      '--format=%(refname)%09%(objectname)%09%(*objectname)',
      prefix,
    ]);
    return text
      .split('\n')
      .filter(Boolean)
      .map(line => line.split('\t'))
      .map(([name, sha, peeled]) => ({
        name: name.slice(prefix.length + 1),
        sha: peeled || sha,
      }));
  }

  async #tree(revision: string, args: string[]): Promise<GitTreeEntry[]> {
    const text = await this.#git([
      '--literal-pathspecs',
      'ls-tree',
      '-z',
      '--long',
      '--full-tree',
      revision,
      ...args,
    ]);
    return text
      .split('\0')
      .filter(Boolean)
      .map(line => {
        const tab = line.indexOf('\t');
        const [mode, type, sha, size] = line.slice(0, tab).split(/ +/);
        return {
          path: line.slice(tab + 1),
          mode,
          type: type as GitTreeEntry['type'],
          sha,
          ...(size === '-' ? {} : { size: Number(size) }),
        };
      });
  }

  #git(args: string[]): Promise<string> {
    return runGit(this.directory, args);
  }

  async #optional(args: string[]): Promise<string | undefined> {
    try {
      return (await this.#git(args)).trim();
    } catch (error) {
      // Exit 1, and 128 for a name that cannot be one, say that there is no such thing.
      if (error instanceof GitError) return undefined;
      throw error;
    }
  }
}
