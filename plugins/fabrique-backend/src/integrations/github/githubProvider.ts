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
  readSharedCiInclude,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { createProviderFactory } from '../ProviderFactory';
import { toGithubView } from './toGithubView';
import { toSharedCi } from './toSharedCi';

type GithubTarget = { owner: string; repo: string };

/** How GitHub answers for an entity, the same in every environment. */
export const githubProvider = createProviderFactory<'github', GithubTarget>(
  ({ github: api, thresholds }) => {
    if (!api) return undefined;
    const { organization, webUrl } = api.config;
    const client = GithubClient.create(api);

    const readSharedCi = async (
      ref: GithubRepositoryRef,
      options: { signal: AbortSignal },
    ): Promise<GithubView['sharedCi']> => {
      const file = await client.getFile(ref, '.gitlab-ci.yml', options);
      const include = readSharedCiInclude(file ?? '', organization);
      if (!include) return undefined;
      // GitLab's project is a mirror of the repository of the same name.
      const repo = include.project.split('/').at(-1)!;
      try {
        const tags = await client.listTags({ owner: organization, repo });
        return toSharedCi(include, tags);
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
        const [owner, repo] = slug.split('/');
        return { owner, repo };
      },

      describe: ({ owner, repo }) => ({
        title: `${owner}/${repo}`,
        url: `${webUrl}/${owner}/${repo}`,
      }),

      async load(ref, options) {
        const repository = await client.getRepository(ref, options);
        const branchName = repository.default_branch;
        const [branch, isProtected, open, release, sharedCi, alerts] =
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
          sharedCi,
          securityAlertCount: alerts,
        });
      },

      toVerdict: view => toGithubVerdict(view, thresholds.github),
    };
  },
);
