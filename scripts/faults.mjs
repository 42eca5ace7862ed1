// `yarn faults`: what each card says while its service fails, in every way in which services fail.
import { faults } from './lib/faults.mjs';
import { runMain } from './lib/main.mjs';

await runMain(faults);
