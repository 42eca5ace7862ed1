import { LedgerEntry } from '@socialgouv/backstage-plugin-fabrique-common';
import { GithubProvisioner } from '@socialgouv/backstage-plugin-fabrique-node';
import { Remover } from '../../undo/Remover';

/** Removes secrets of GitHub Actions; nobody can read what they held. */
export function createGithubSecretRemover(github: GithubProvisioner): Remover {
  // github/SocialGouv/domifa/secrets/production/DATABASE_URL+PGHOST
  const toPlace = ({ key }: LedgerEntry) => {
    const [, , repository, , environment, keys] = key.split('/');
    const place = { repository, ...(environment && { environment }) };
    return { place, keys: keys.split('+') };
  };
  return {
    nameOf: ({ key }) => key.split('/').slice(2).join('/'),
    async inspect(entry, call) {
      const { place, keys } = toPlace(entry);
      const present = await github.secrets.listNames(place, call);
      return { exists: keys.some(key => present.includes(key)) };
    },
    async remove(entry, call) {
      const { place, keys } = toPlace(entry);
      for (const key of keys) await github.secrets.delete(place, key, call);
    },
  };
}
