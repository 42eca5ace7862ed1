import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

/**
 * Reads a duration in milliseconds, or gives the default where there is none.
 *
 * @throws Error naming the key, if the value is no duration.
 */
export function readDuration(
  config: Config | undefined,
  key: string,
  defaultMs: number,
): number {
  return config?.has(key)
    ? durationToMilliseconds(readDurationFromConfig(config, { key }))
    : defaultMs;
}
