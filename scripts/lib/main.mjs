import { Refusal } from './Refusal.mjs';

/** Runs a command to its end; what a person can mend is one sentence, anything else is a fault of ours with its stack. */
export async function runMain(main) {
  try {
    process.exit(await main());
  } catch (error) {
    process.stderr.write(
      `\n✗ ${error instanceof Refusal ? error.message : error.stack}\n`,
    );
    process.exit(1);
  }
}
