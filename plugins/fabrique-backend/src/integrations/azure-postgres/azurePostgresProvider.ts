import {
  azurePostgresAnnotation,
  azurePostgresDatabaseAnnotation,
  toAzurePostgresVerdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  AzurePostgresClient,
  AzurePostgresServer,
  readLinkAnnotation,
  toAzurePortalUrl,
  UpstreamError,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { computeAzureNames } from '../../names/computeEntityNames';
import { shareAnswer } from '../../overview/shareAnswer';
import { createProviderFactory } from '../ProviderFactory';
import { toAzurePostgresView } from './toAzurePostgresView';

type AzurePostgresTarget = { server: string; database?: string };

/** Half of the time for which an answer counts as fresh: its age is said to the half minute. */
const keepMs = 30_000;

/** How Azure answers for the Postgres server and the database of an entity. */
export const azurePostgresProvider = createProviderFactory<
  'azure-postgres',
  AzurePostgresTarget
>(({ config, thresholds, azure }) => {
  if (!azure) return undefined;
  const client = new AzurePostgresClient(azure);
  // Many applications share a server: it is asked once for all of them, and without a caller's signal,
  // as one that gives up must not take the answer from the others.
  const listServers = shareAnswer(() => client.listServers({}), { keepMs });
  const findServer = async (name: string): Promise<AzurePostgresServer> => {
    const servers = await listServers();
    const found = servers.find(server => server.name === name);
    if (found) return found;
    throw new UpstreamError(`Azure has no Postgres server ${name}`, {
      kind: 'not-found',
    });
  };
  const readServer = shareAnswer(
    async (name: string) => readDetails(client, await findServer(name)),
    { keepMs },
  );

  return {
    id: 'azure-postgres',
    annotation: azurePostgresAnnotation,
    freshForMs: 60_000,
    // Seven calls each at most, where Azure takes 25 reads a second.
    fleetTargetsPerMinute: 100,

    toTarget(entity, environment) {
      const [server, database] = [
        azurePostgresAnnotation,
        azurePostgresDatabaseAnnotation,
      ].map(annotation => readLinkAnnotation(entity, annotation, environment));
      if (!server && !database) return undefined;
      const named = computeAzureNames(entity, config)?.environments[environment]
        .database;
      const target = server ?? named?.server;
      if (!target) return undefined;
      // On another server than its own, nothing says what the database is called.
      const own = target === named?.server ? named.name : undefined;
      return toTarget(target, database ?? own);
    },

    deriveTarget(entity, environment) {
      const named = computeAzureNames(entity, config)?.environments[environment]
        .database;
      return named && toTarget(named.server, named.name);
    },

    describe: ({ server, database }) => ({
      title: database ? `${server}/${database}` : server,
      url: toAzurePortalUrl(
        azure.config,
        `Microsoft.DBforPostgreSQL/flexibleServers/${server}`,
      ),
    }),

    async load({ server: name, database }) {
      const { server, details } = await readServer(name);
      if (database && details && !details.databases.includes(database)) {
        throw new UpstreamError(
          `Postgres server ${name} has no database ${database}`,
          { kind: 'not-found' },
        );
      }
      return toAzurePostgresView({
        server,
        database,
        details,
        dashboardUrl: azure.config.postgres.dashboardUrl,
      });
    },

    toVerdict: (view, now) =>
      toAzurePostgresVerdict(view, thresholds['azure-postgres'], now),
  };
});

function toTarget(server: string, database?: string): AzurePostgresTarget {
  return database ? { server, database } : { server };
}

/** Azure refuses to look into a server that does not run: then there are no details. */
async function readDetails(
  client: AzurePostgresClient,
  server: AzurePostgresServer,
) {
  if (server.state !== 'Ready') return { server };
  const [databases, firewallRules, latestBackupAt, connectionLimit, metrics] =
    await Promise.all([
      client.listDatabases(server.name, {}),
      client.listFirewallRules(server.name, {}),
      client.getLatestBackup(server.name, {}),
      client.getConnectionLimit(server.name, {}),
      client.getServerMetrics(server.id, {}),
    ]);
  // Asked last: where measures may not be read, these may not either.
  const databaseSizes = metrics
    ? await client.getDatabaseSizes(server.id, {})
    : {};
  return {
    server,
    details: {
      databases,
      firewallRules,
      latestBackupAt,
      connectionLimit,
      metrics,
      databaseSizes,
    },
  };
}
