import { execFile } from 'child_process';
import { promisify } from 'util';

/** Runs a program outside of the portal, and gives what it printed. Rejects with its output when it fails. */
export async function run(
  program: string,
  args: string[],
  cwd?: string,
): Promise<string> {
  // The clone is installed as on anybody's machine, not as a part of this workspace.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^(npm_|yarn_|NODE_ENV$|NODE_OPTIONS$|INIT_CWD$|PROJECT_CWD$)/i.test(
          name,
        ),
    ),
  );
  const { stdout } = await promisify(execFile)(program, args, {
    cwd,
    env: { ...env, CI: '1', NEXT_TELEMETRY_DISABLED: '1' },
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout.trim();
}
