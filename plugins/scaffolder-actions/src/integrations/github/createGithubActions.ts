import { CatalogService } from '@backstage/plugin-catalog-node';
import { GithubProvisioner } from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsureKernel } from '../../ensure';
import { Removers } from '../../undo/Remover';
import { createGithubPullRequestEnsureAction } from './createGithubPullRequestEnsureAction';
import { createGithubSecretEnsureAction } from './createGithubSecretEnsureAction';
import { createGithubSecretRemover } from './createGithubSecretRemover';
import {
  createGithubTeamEnsureAction,
  createGithubTeamRemover,
} from './createGithubTeamEnsureAction';
import { createPullRequestRemover } from './createPullRequestRemover';

/** The actions of GitHub beside the repository itself, and what undoes them. */
export function createGithubActions(deps: {
  kernel: EnsureKernel;
  catalog: CatalogService;
  github: GithubProvisioner | undefined;
}) {
  const { github } = deps;
  return {
    actions: [
      createGithubPullRequestEnsureAction(deps),
      createGithubSecretEnsureAction(deps),
      createGithubTeamEnsureAction(deps),
    ],
    removers: {
      ...(github && {
        'github-pull-request': createPullRequestRemover(github),
        'github-secret': createGithubSecretRemover(github),
        'github-team': createGithubTeamRemover(github),
      }),
    } satisfies Removers,
  };
}
