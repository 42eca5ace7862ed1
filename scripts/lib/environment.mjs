import { delimiter } from 'node:path';
import { toolsBin } from './paths.mjs';

// What npm tells a script about itself would confuse a nested npm or Yarn.
const ofNpm =
  /^npm_(package_|lifecycle_|command$|execpath$|node_execpath$|config_(local_prefix|global_prefix|prefix|user_agent)$)/;

/** The environment of everything that is started: Node and Yarn of `.tools` first, nothing of the npm above us. */
export function childEnvironment(extra = {}) {
  const kept = Object.entries(process.env).filter(
    ([name]) => !ofNpm.test(name),
  );
  const env = Object.fromEntries(kept);
  return {
    ...env,
    PATH: `${toolsBin}${delimiter}${env.PATH ?? ''}`,
    ...extra,
  };
}
