// `yarn faults`: what each card says while its service fails, in every way in which services fail.
// `yarn faults:actions [part of an id]`: what each action does when it is killed, and when its calls fail;
// with `--failures`, one kill only, and every call that can fail.
import { faults } from './lib/faults.mjs';
import { runMain } from './lib/main.mjs';

await runMain(() => faults(...process.argv.slice(2)));
