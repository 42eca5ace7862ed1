import { GithubView } from '@socialgouv/backstage-plugin-fabrique-common';

interface Version {
  major: number;
  minor: number;
  patch: number;
}

/**
 * Compares the shared CI that a repository includes with the tags that there are.
 *
 * Behind is counted in minor versions: how many `major.minor` that exist as a tag are newer than the
 * included one. A new major counts for each minor that it has, as each is a step to take. A floating tag
 * (`v23`) follows the minor versions of its major by itself, and a branch (`master`, `HEAD`) all of them:
 * what follows is not behind.
 */
export function toSharedCi(
  include: { project: string; ref: string },
  tags: string[],
): NonNullable<GithubView['sharedCi']> {
  const versions = tags
    .flatMap(tag => {
      const version = toVersion(tag);
      return version ? [{ tag, version }] : [];
    })
    .sort((a, b) => compare(b.version, a.version));
  const [newest] = versions;
  const included = toVersion(include.ref) ?? toFloatingVersion(include.ref);
  const minors = versions.flatMap(({ version: { major, minor } }) =>
    included && (major - included.major || minor - included.minor) > 0
      ? [`${major}.${minor}`]
      : [],
  );
  return {
    project: include.project,
    ref: include.ref,
    newerRef:
      included && newest && compare(newest.version, included) > 0
        ? newest.tag
        : undefined,
    minorVersionsBehind: included && newest ? new Set(minors).size : undefined,
  };
}

/** Pre-releases (`v24.0.0-beta.1`) are nobody's target. */
function toVersion(tag: string): Version | undefined {
  const match = /^v?(\d+)\.(\d+)\.(\d+)$/.exec(tag);
  if (!match) return undefined;
  const [major, minor, patch] = match.slice(1).map(Number);
  return { major, minor, patch };
}

/** As new as its parts can be: `v23` has every minor version of 23. */
function toFloatingVersion(tag: string): Version | undefined {
  const match = /^v?(\d+)(?:\.(\d+))?$/.exec(tag);
  if (!match) return undefined;
  const [, major, minor = Infinity] = match;
  return { major: Number(major), minor: Number(minor), patch: Infinity };
}

function compare(a: Version, b: Version): number {
  return a.major - b.major || a.minor - b.minor || a.patch - b.patch;
}
