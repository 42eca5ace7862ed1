import { Remover } from '../../undo/Remover';
import { PostgresServers } from './PostgresServers';

/** What the ledger keeps of a database. */
export type DatabaseReference = {
  server: string;
  database: string;
  user: string;
};

/** Drops a database and its role; one with rows holds data. */
export function createDatabaseRemover(servers: PostgresServers): Remover {
  const toReference: (
    entry: Parameters<Remover['nameOf']>[0],
  ) => DatabaseReference = ({ key, reference }) => {
    const [, server, database] = key.split('/');
    // A task that was killed before it wrote more gave the role the name of the database or its own.
    return {
      server,
      database,
      user: database,
      ...(reference as Partial<DatabaseReference> | null),
    };
  };
  return {
    nameOf: entry => toReference(entry).database,
    async inspect(entry, call) {
      const { server, database, user } = toReference(entry);
      const { databases } = await servers.open(server, call);
      const state = await databases.read({ database, user }, call);
      if (!state.databaseExists) return { exists: state.roleExists };
      const filled = await databases.countFilledTables(database, call);
      return {
        exists: true,
        ...(filled > 0 && { data: `tables with rows: ${filled}` }),
      };
    },
    async remove(entry, call) {
      const { server, database, user } = toReference(entry);
      const { databases } = await servers.open(server, call);
      await databases.drop({ database, user }, call);
    },
  };
}
