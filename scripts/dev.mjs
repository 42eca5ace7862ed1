// `yarn dev`: the sandbox, and the portal with hot reload.
import { refuseOldNode } from './lib/nodeVersion.mjs';

refuseOldNode();
const { dev } = await import('./lib/dev.mjs');
const { runMain } = await import('./lib/main.mjs');
await runMain(dev);
