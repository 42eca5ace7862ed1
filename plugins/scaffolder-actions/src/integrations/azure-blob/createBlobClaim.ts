import { AzureStorage } from '@socialgouv/backstage-plugin-fabrique-node';
import { NameClaim } from '../../naming/NameClaim';
import { describeHolder, findAccount } from './createBlobResources';

/** Asks Azure for storage accounts of somebody else. */
export function createBlobClaim(storage: AzureStorage): NameClaim {
  return {
    system: 'Azure storage',
    async findHolder({ repository, environments }, _team, call) {
      const accounts = new Set(
        Object.values(environments).flatMap(({ storage: { account } }) =>
          account ? [account] : [],
        ),
      );
      const sentences = await Promise.all(
        [...accounts].map(async account =>
          describeHolder(
            account,
            repository,
            await findAccount(storage, account, call),
          ),
        ),
      );
      return sentences.filter(Boolean).join(' ') || undefined;
    },
  };
}
