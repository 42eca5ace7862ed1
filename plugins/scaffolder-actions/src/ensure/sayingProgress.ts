import { EnsureCall } from './EnsuredResource';

/** Does something, and tells whoever watches that it goes on, and for how long by now. */
export async function sayingProgress<T>(
  title: string,
  call: Pick<EnsureCall, 'log'>,
  work: () => Promise<T>,
  everyMs = 10_000,
): Promise<T> {
  const startedAt = Date.now();
  const progress = setInterval(() => {
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    call.log(`${title}: still at work after ${seconds} s`);
  }, everyMs);
  try {
    return await work();
  } finally {
    clearInterval(progress);
  }
}
