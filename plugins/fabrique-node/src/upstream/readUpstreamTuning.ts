import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { UpstreamPolicyTuning } from './createUpstreamPolicy';

/**
 * Reads `fabrique.upstreams`: how patient the portal is with every service that it asks.
 *
 * @throws Error naming the full key, if `timeout` is no duration.
 *
 * @public
 */
export function readUpstreamTuning(root: Config): UpstreamPolicyTuning {
  const key = 'fabrique.upstreams.timeout';
  if (!root.has(key)) return {};
  const timeoutMs = durationToMilliseconds(
    readDurationFromConfig(root, { key }),
  );
  if (timeoutMs <= 0) throw new Error(`${key} must be longer than nothing`);
  return { timeoutMs };
}
