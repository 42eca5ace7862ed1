import { setTimeout as wait } from 'timers/promises';

/**
 * Runs items at an even pace, with a few of them under way at most, so that what they ask gets no
 * bursts. Starts no more once `signal` is aborted or `run` has answered false.
 *
 * @param options - `perMinute` items are started a minute at most
 */
export async function runPaced<Item>(
  items: readonly Item[],
  options: {
    perMinute: number;
    atOnce: number;
    signal: AbortSignal;
    run: (item: Item) => Promise<boolean>;
  },
): Promise<void> {
  const { perMinute, atOnce, signal, run } = options;
  const gapMs = 60_000 / perMinute;
  const queue = items.values();
  let nextStart = Date.now();
  let isStopped = false;

  const work = async () => {
    for (const item of queue) {
      const now = Date.now();
      const pauseMs = nextStart - now;
      nextStart = Math.max(nextStart, now) + gapMs;
      if (pauseMs > 0) await pause(pauseMs, signal);
      if (isStopped || signal.aborted) return;
      isStopped = !(await run(item)) || isStopped;
    }
  };
  await Promise.all(
    Array.from({ length: atOnce }, () =>
      work().catch(error => {
        isStopped = true;
        throw error;
      }),
    ),
  );
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await wait(ms, undefined, { signal, ref: false });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
