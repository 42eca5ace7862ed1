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
 * included one. A new major counts for each minor that it has, as each is a step to take. Nothing is
 * counted for a branch (`master`, `HEAD`) or a floating tag (`v23`), which follow by themselves.
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
  const included = toVersion(include.ref);
  const newer = versions.filter(
    ({ version: { major, minor } }) =>
      included && (major - included.major || minor - included.minor) > 0,
  );
  return {
    project: include.project,
    ref: include.ref,
    latestRef: versions[0]?.tag,
    minorVersionsBehind:
      included && versions.length > 0
        ? new Set(newer.map(({ version: v }) => `${v.major}.${v.minor}`)).size
        : undefined,
  };
}

/** Pre-releases (`v24.0.0-beta.1`) are nobody's target. */
function toVersion(tag: string): Version | undefined {
  const match = /^v?(\d+)\.(\d+)\.(\d+)$/.exec(tag);
  if (!match) return undefined;
  const [major, minor, patch] = match.slice(1).map(Number);
  return { major, minor, patch };
}

function compare(a: Version, b: Version): number {
  return a.major - b.major || a.minor - b.minor || a.patch - b.patch;
}
