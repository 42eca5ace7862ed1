import { ensurePortFree } from '../kernel/listen';
import { UpstreamId, portSuffixes, toPort } from '../kernel/ports';

/** A prefix from 73 to 99 whose ports are all free at the moment. */
export async function findPortPrefix(): Promise<number> {
  const first = Math.floor(Math.random() * 27);
  for (let step = 0; step < 27; step += 1) {
    const prefix = 73 + ((first + step) % 27);
    const checks = (Object.keys(portSuffixes) as UpstreamId[]).map(id =>
      ensurePortFree(id, toPort(id, prefix)),
    );
    const outcomes = await Promise.allSettled(checks);
    if (outcomes.every(({ status }) => status === 'fulfilled')) return prefix;
  }
  throw new Error('No port prefix from 73 to 99 is free.');
}
