import { GithubProvisioner } from '@socialgouv/backstage-plugin-fabrique-node';
import { Remover } from '../../undo/Remover';

/** Removes a repository; one on which people have worked holds data. */
export function createRepositoryRemover(github: GithubProvisioner): Remover {
  const nameOf: Remover['nameOf'] = ({ application }) =>
    application.slice(application.indexOf('/') + 1);
  return {
    nameOf,
    async inspect(entry, call) {
      const name = nameOf(entry);
      const repository = await github.getRepository(name, call);
      if (!repository) return { exists: false };
      const commits = repository.headSha
        ? await github.countCommits(name, 'main', call)
        : 0;
      return {
        exists: true,
        ...(commits > 1 && { data: 'commits after the first' }),
      };
    },
    remove: (entry, call) => github.deleteRepository(nameOf(entry), call),
  };
}
