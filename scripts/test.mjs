// `npm test`: types, lint, tests and browser journeys; `npm test -- unit journeys` runs only these.
import { refuseOldNode } from './lib/nodeVersion.mjs';

refuseOldNode();
const { test } = await import('./lib/test.mjs');
const { runMain } = await import('./lib/main.mjs');
await runMain(() => test(process.argv.slice(2)));
