// `npm start`: prepares what is missing, starts the sandbox and the portal, and stops both at Ctrl-C.
import { refuseOldNode } from './lib/nodeVersion.mjs';

refuseOldNode();
const { start } = await import('./lib/start.mjs');
const { runMain } = await import('./lib/main.mjs');
await runMain(start);
