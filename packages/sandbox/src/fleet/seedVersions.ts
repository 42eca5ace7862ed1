import { toWhole } from './stableNoise';

/** Releases of an application of the fleet, oldest first: `1.4.0`. The same at every start. */
export function versionsOf(name: string): string[] {
  const versions: string[] = [];
  let major = toWhole(1, 3, name, 'major');
  let minor = toWhole(0, 20, name, 'minor');
  let patch = 0;
  for (let index = 0; index < toWhole(3, 6, name, 'releases'); index += 1) {
    versions.push(`${major}.${minor}.${patch}`);
    const step = toWhole(0, 9, name, 'step', index);
    if (step === 9) [major, minor, patch] = [major + 1, 0, 0];
    else if (step > 3) [minor, patch] = [minor + 1, 0];
    else patch += 1;
  }
  return versions;
}

/** Tags of the shared CI, oldest first. */
export const sharedCiTags = [
  'v20.7.14',
  'v20.8.0',
  'v21.0.0',
  'v21.4.2',
  'v22.0.1',
  'v22.6.0',
  'v23.0.0',
  'v23.1.2',
  'v23.2.0',
  'v23.3.4',
] as const;

/** Tag of the shared CI that most applications include. */
export const newestSharedCiTag = 'v23.3.4';

/** Tag that the applications with the scenario `old-ci` include. */
export const oldSharedCiTag = 'v20.7.14';
