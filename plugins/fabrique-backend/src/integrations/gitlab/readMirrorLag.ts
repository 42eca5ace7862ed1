import {
  GitlabPullMirror,
  isUpstreamError,
  MirrorSourceClient,
} from '@socialgouv/backstage-plugin-fabrique-node';

/** How long GitHub may delay GitLab's card, which is right without it, in milliseconds. */
const longestLagWaitMs = 1_000;

/** How far a branch of a mirror is behind its source. */
export interface MirrorLag {
  /** Absent when the source could not be read, or does not have the branch. */
  sourceHead?: string;
  /** Absent when it could not be counted. */
  lag?: { commitsBehind: number; behindSince?: string };
  /** Names of the source's branches, where all were asked for. */
  sourceBranches?: Set<string>;
}

/**
 * Compares one branch of a mirror with its source; nothing when the source is not the portal's GitHub, or
 * does not answer: GitHub's failure is told by its own card.
 */
export async function readMirrorLag(
  source: MirrorSourceClient | undefined,
  known: {
    mirror: GitlabPullMirror;
    branch?: string;
    mirroredHead?: string;
    allBranches: boolean;
  },
  { signal }: { signal: AbortSignal },
): Promise<MirrorLag> {
  const { mirror, branch = '', mirroredHead, allBranches } = known;
  const ref = source?.toRef(mirror.url);
  if (!source || !ref) return {};
  const options = {
    signal: AbortSignal.any([signal, AbortSignal.timeout(longestLagWaitMs)]),
  };
  try {
    const heads = allBranches
      ? await source.listHeads(ref, options)
      : new Map([[branch, await source.findHead(ref, branch, options)]]);
    const sourceHead = heads.get(branch);
    return {
      sourceHead,
      ...(allBranches && { sourceBranches: new Set(heads.keys()) }),
      ...(sourceHead &&
        mirroredHead && {
          lag:
            sourceHead === mirroredHead
              ? { commitsBehind: 0 }
              : await source.compare(
                  ref,
                  { mirroredHead, sourceHead },
                  options,
                ),
        }),
    };
  } catch (error) {
    if (!isUpstreamError(error)) throw error;
    return {};
  }
}
