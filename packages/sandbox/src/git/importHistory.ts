import { spawn } from 'child_process';
import { GitRepository } from './GitRepository';
import { GitError, gitEnvironment } from './runGit';

/** One commit to make: the files that it sets, and those that it removes. */
export interface HistoryCommit {
  branch: string;
  /** Position in the list of the commit that a new branch starts at. */
  from?: number;
  author: { name: string; email: string };
  date: Date;
  message: string;
  files: Record<string, string | undefined>;
  /** Lightweight tags on this commit. */
  tags?: string[];
}

const byteLength = (text: string) => Buffer.byteLength(text);

/** Writes commits as a stream for `git fast-import`. */
export function toFastImport(commits: HistoryCommit[]): string {
  const started = new Set<string>();
  const lines: string[] = [];
  commits.forEach((commit, index) => {
    const { author, date, message } = commit;
    lines.push(
      `commit refs/heads/${commit.branch}`,
      `mark :${index + 1}`,
      `committer ${author.name} <${author.email}> ${Math.floor(
        date.getTime() / 1000,
      )} +0000`,
      `data ${byteLength(message)}\n${message}`,
    );
    if (!started.has(commit.branch) && commit.from !== undefined) {
      lines.push(`from :${commit.from + 1}`);
    }
    started.add(commit.branch);
    for (const [path, content] of Object.entries(commit.files)) {
      lines.push(
        content === undefined
          ? `D ${path}`
          : `M 100644 inline ${path}\ndata ${byteLength(content)}\n${content}`,
      );
    }
    for (const tag of commit.tags ?? []) {
      lines.push(`reset refs/tags/${tag}`, `from :${index + 1}`);
    }
    lines.push('');
  });
  return `${lines.join('\n')}\n`;
}

/**
 * Makes a repository with a history, in one go. The same commits give the same hashes, so two
 * repositories made of them can mirror one another.
 */
export async function importHistory(
  directory: string,
  commits: HistoryCommit[],
): Promise<GitRepository> {
  const repository = await GitRepository.create(directory);
  await new Promise<void>((resolve, reject) => {
    const child = spawn('git', ['fast-import', '--quiet'], {
      cwd: directory,
      env: gitEnvironment,
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', chunk => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', code =>
      code === 0
        ? resolve()
        : reject(new GitError('fast-import', code ?? -1, stderr)),
    );
    child.stdin.on('error', () => undefined); // the exit code tells
    child.stdin.end(toFastImport(commits));
  });
  return repository;
}
