import {
  githubAnnotation,
  GithubView,
  toGithubVerdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  GithubClient,
  GithubRepositoryRef,
  isUpstreamError,
  readLinkAnnotation,
  SharedCiClient,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { computeEntityNames } from '../../names/computeEntityNames';
import { createProviderFactory } from '../ProviderFactory';
import { toGithubView } from './toGithubView';
import { toSharedCi } from './toSharedCi';

type GithubTarget = { owner: string; repo: string };

function toTarget(slug: string): GithubTarget {
  const [owner, repo] = slug.split('/');
  return { owner, repo };
}

/** How GitHub answers for an entity, the same in every environment. */
export const githubProvider = createProviderFactory<'github', GithubTarget>(
  ({ config, github: api, thresholds }) => {
    if (!api) return undefined;
    const { webUrl } = api.config;
    const client = GithubClient.create(api);
    const sharedCi = SharedCiClient.create(api);

    const readSharedCi = async (
      ref: GithubRepositoryRef,
      options: { signal: AbortSignal },
    ): Promise<GithubView['sharedCi']> => {
      const include = await sharedCi.findInclude(ref, options);
      if (!include) return undefined;
      try {
        return toSharedCi(
          include,
          await sharedCi.listVersions(include.project),
        );
      } catch (error) {
        if (!isUpstreamError(error)) throw error;
        // What is newest is not known then; what is included still is.
        return toSharedCi(include, []);
      }
    };

    return {
      id: 'github',
      annotation: githubAnnotation,
      scope: 'everywhere',
      freshForMs: 120_000,
      // A token has 5,000 calls an hour, and a target costs up to 9.
      fleetTargetsPerMinute: 5,

      toTarget(entity) {
        const slug = readLinkAnnotation(entity, githubAnnotation);
        if (!slug) return undefined;
        return toTarget(slug);
      },

      deriveTarget(entity) {
        const names = computeEntityNames(entity, config);
        return names && toTarget(names.repository);
      },

      describe: ({ owner, repo }) => ({
        title: `${owner}/${repo}`,
        url: `${webUrl}/${owner}/${repo}`,
      }),

      async load(ref, options) {
        const repository = await client.getRepository(ref, options);
        const branchName = repository.default_branch;
        const [branch, isProtected, open, release, includedCi, alerts] =
          await Promise.all([
            client.getBranch(ref, branchName, options),
            client.isBranchProtected(ref, branchName, options),
            client.listOpenPulls(ref, options),
            client.getLatestRelease(ref, options),
            readSharedCi(ref, options),
            client.countOpenSecurityAlerts(ref, options),
          ]);
        return toGithubView({
          webUrl,
          repository,
          branch,
          // An empty repository has no branch to protect. The branch itself tells that it is protected
          // to those who may not see how.
          isProtected:
            branch && (isProtected ?? (branch.protected || undefined)),
          pulls: open.pulls,
          pullTotal: open.total,
          release,
          sharedCi: includedCi,
          securityAlertCount: alerts,
        });
      },

      toVerdict: view => toGithubVerdict(view, thresholds.github),
    };
  },
);
