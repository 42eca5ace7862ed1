// `yarn measure-bundle`: what the frontend plugin adds to the first page that a browser loads.
import { runMain } from './lib/main.mjs';
import { measureBundle } from './lib/measureBundle.mjs';

await runMain(() => measureBundle(process.argv.slice(2)));
