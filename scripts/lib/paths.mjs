import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = resolve(
  dirname(fileURLToPath(import.meta.url)),
  '..',
  '..',
);

/** What the commands fetch and remember; it may be deleted at any time. */
export const toolsDir = join(root, '.tools');

/** Where npm links the programs of `.tools`. */
export const toolsBin = join(toolsDir, 'node_modules', '.bin');

/** Output of installs, builds and test steps. */
export const toolsLogs = join(toolsDir, 'logs');
