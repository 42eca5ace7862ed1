import { spawn } from 'child_process';
import { devNull } from 'os';

/** What git runs with: nothing of the person's own configuration, no question, no housekeeping. */
export const gitEnvironment: NodeJS.ProcessEnv = {
  PATH: process.env.PATH,
  HOME: devNull,
  LC_ALL: 'C.UTF-8',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: devNull,
  GIT_TERMINAL_PROMPT: '0',
  GIT_CONFIG_COUNT: '4',
  GIT_CONFIG_KEY_0: 'gc.auto',
  GIT_CONFIG_VALUE_0: '0',
  GIT_CONFIG_KEY_1: 'receive.autogc',
  GIT_CONFIG_VALUE_1: 'false',
  GIT_CONFIG_KEY_2: 'safe.directory',
  GIT_CONFIG_VALUE_2: '*',
  GIT_CONFIG_KEY_3: 'core.fsync',
  GIT_CONFIG_VALUE_3: 'none',
};

/** Git ended with an error; the message is what it said. */
export class GitError extends Error {
  readonly exitCode: number;

  constructor(command: string, exitCode: number, stderr: string) {
    super(`git ${command} failed: ${stderr.trim() || `exit ${exitCode}`}`);
    this.name = 'GitError';
    this.exitCode = exitCode;
  }
}

/**
 * Runs git and gives what it printed. Never synchronous: the process that waits is the one that
 * serves the repository.
 */
export async function runGitForBytes(
  directory: string,
  args: string[],
  options: { input?: string | Buffer; env?: NodeJS.ProcessEnv } = {},
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, {
      cwd: directory,
      env: { ...gitEnvironment, ...options.env },
    });
    const stdout: Buffer[] = [];
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', code => {
      if (code === 0) resolve(Buffer.concat(stdout));
      else reject(new GitError(args[0], code ?? -1, stderr));
    });
    // Git may end before it has read all of its input; its exit code tells.
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input);
  });
}

/** {@link runGitForBytes}, as text. */
export async function runGit(
  directory: string,
  args: string[],
  options?: { input?: string | Buffer; env?: NodeJS.ProcessEnv },
): Promise<string> {
  return (await runGitForBytes(directory, args, options)).toString('utf8');
}
