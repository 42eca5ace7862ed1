import { EnvironmentNames } from '@socialgouv/backstage-plugin-fabrique-common';
import { NameClaim } from '../../naming/NameClaim';
import { describeHolder } from './createPostgresResources';
import { PostgresServers } from './PostgresServers';

/** Asks the Postgres servers for a database or a role of somebody else. */
export function createPostgresClaim(
  servers: PostgresServers,
  shared: string[],
): NameClaim {
  return {
    system: 'Postgres',
    async findHolder({ repository, environments }, _team, call) {
      const sentences = await Promise.all(
        Object.values(environments)
          // An application's own servers do not exist yet.
          .filter(({ database }) => shared.includes(database.server))
          .map(async ({ database }: EnvironmentNames) => {
            const { server, name, user } = database;
            const { databases } = await servers.open(server, call);
            const state = await databases.read({ database: name, user }, call);
            return describeHolder(database, repository, state);
          }),
      );
      return sentences.filter(Boolean).join(' ') || undefined;
    },
  };
}
