import { LedgerEntry } from '@socialgouv/backstage-plugin-fabrique-common';
import { GithubProvisioner } from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsureCall } from '../../ensure';
import { Remover } from '../../undo/Remover';
import { hasTrailer } from './createPullRequestResource';

/**
 * Closes a pull request and deletes its branch; one on which people have worked holds data, one that
 * was merged is theirs.
 */
export function createPullRequestRemover(github: GithubProvisioner): Remover {
  const find = async ({ key }: LedgerEntry, call: EnsureCall) => {
    // github/SocialGouv/domifa/pull/fabrique/base-de-donnees
    const [, , repository, , ...branchParts] = key.split('/');
    const branch = branchParts.join('/');
    const state = await github.getRepository(repository, call);
    const [[pull], head] = state
      ? await Promise.all([
          github.pullRequests.list(repository, branch, call),
          github.getHead(repository, branch, call),
        ])
      : [[]];
    return { repository, branch, base: state?.defaultBranch, pull, head };
  };
  return {
    nameOf: ({ key }) => key.split('/').slice(4).join('/'),
    async inspect(entry, call) {
      const { repository, branch, base, pull, head } = await find(entry, call);
      if (pull?.state === 'merged') {
        return {
          exists: true,
          stays: `was merged (${pull.url}): take back what it brought with a pull request of the team's own`,
        };
      }
      if (!head || !base) return { exists: pull?.state === 'open' };
      const messages = await github.pullRequests.listMessages(
        repository,
        { branch, base },
        call,
      );
      return {
        exists: true,
        ...(!messages.every(hasTrailer) && { data: 'commits of people' }),
      };
    },
    async remove(entry, call) {
      const { repository, branch, pull, head } = await find(entry, call);
      if (pull?.state === 'open') {
        await github.pullRequests.close(repository, pull.number, call);
      }
      if (head) await github.files.deleteBranch(repository, branch, call);
    },
  };
}
