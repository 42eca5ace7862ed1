import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { runCommand } from '../../scripts/lib/runCommand.mjs';

/** What the frontend plugin adds to the first page that a browser loads, in kilobytes after gzip. */
export async function measureBundle() {
  const script = join(root, 'scripts/measure-bundle.mjs');
  const { tail, logFile } = await runCommand('node', [script, '--json'], {
    log: 'measure-bundle',
  });
  const json = /^\{[^]*^\}/m.exec(tail.join('\n'))?.[0];
  if (!json) throw new Error(`The bundle was not measured: ${logFile}`);
  return JSON.parse(json);
}
