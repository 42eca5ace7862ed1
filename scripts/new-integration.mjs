// `yarn new-integration <id>`: the files of a new service, in every package that has a slice for each.
import { runMain } from './lib/main.mjs';
import { newIntegration } from './lib/newIntegration.mjs';

await runMain(() => newIntegration(process.argv[2], process.argv[3]));
