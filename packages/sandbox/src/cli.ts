import { UpstreamId, portSuffixes } from './kernel/ports';
import { startSandbox } from './startSandbox';

/** Runs the sandbox until it is told to end: by a signal, or by the death of the process that started it. */
async function main(): Promise<void> {
  const print = (line: string) => {
    process.stdout.write(`sandbox: ${line}\n`);
  };
  const portPrefix = Number(process.env.SANDBOX_PORT_PREFIX || '71');
  if (!Number.isInteger(portPrefix) || portPrefix < 11 || portPrefix > 654)
    throw new Error(
      `SANDBOX_PORT_PREFIX is "${process.env.SANDBOX_PORT_PREFIX}": it must be a number from 11 to 654.`,
    );

  const starting = startSandbox({
    dataDir: process.env.SANDBOX_DATA_DIR || '.sandbox',
    portPrefix,
    logger: print,
    only: readOnly(process.env.SANDBOX_ONLY),
  });

  let isEnding = false;
  const end = (reason: string) => {
    if (isEnding) return;
    isEnding = true;
    print(`stops (${reason})`);
    starting
      .then(sandbox => sandbox.stop())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => end(signal));
  process.on('disconnect', () => end('its parent ended'));

  await starting;
  print('ready');
  process.send?.({ type: 'ready' });
}

/** Reads a list such as `postgres,blob,azure`; nothing means all. */
function readOnly(list: string | undefined): UpstreamId[] | undefined {
  if (!list) return undefined;
  return list.split(',').map(id => {
    if (!(id in portSuffixes))
      throw new Error(
        `SANDBOX_ONLY has "${id}", which is no system of the sandbox: ${Object.keys(
          portSuffixes,
        ).join(', ')}.`,
      );
    return id as UpstreamId;
  });
}

main().catch((error: Error) => {
  process.stderr.write(`sandbox: ${error.message}\n`);
  process.exitCode = 1;
  process.disconnect?.();
});
