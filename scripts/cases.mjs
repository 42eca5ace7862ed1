// `yarn cases`: the tests of the cases that every release must pass, by the numbers in their names.
import { findCases, formatCases } from './lib/cases.mjs';
import { runMain } from './lib/main.mjs';
import { root } from './lib/paths.mjs';
import { say } from './lib/progress.mjs';

await runMain(async () => {
  const cases = findCases(root);
  say(formatCases(cases));
  return [...cases.values()].every(tests => tests.length > 0) ? 0 : 1;
});
