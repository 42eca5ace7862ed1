import { Router } from 'express';
import { SandboxContext } from '../../kernel/Facade';
import { Postgres } from '../../postgres/createPostgres';
import { ArmOperations } from '../../azure/ArmOperations';
import { createAdministratorRoutes } from './createAdministratorRoutes';
import { createDatabaseRoutes } from './createDatabaseRoutes';
import { seedOnce } from '../../azure/seedOnce';
import { createFirewallRoutes } from './createFirewallRoutes';
import { createMonitoringRoutes } from './createMonitoringRoutes';
import { createParameterRoutes } from './createParameterRoutes';
import { createServerRoutes } from './createServerRoutes';
import { toResourceId } from '../../azure/identity';
import {
  PostgresScope,
  ServerDocument,
  postgresProvider,
  serverType,
} from './postgresState';
import { PostgresTask, runPostgresTask } from './runPostgresTask';
import { listSeededServers } from './seedServers';

/** The resource provider Microsoft.DBforPostgreSQL, flexible servers. */
export function createPostgresProvider(
  context: SandboxContext,
  postgres: Postgres,
): {
  router: Router;
  operations: ArmOperations<PostgresTask>;
  listResources(): { type: string; name: string; location: string }[];
} {
  const servers = context.documents<ServerDocument>('azure-postgres-servers');
  seedOnce(
    context,
    'postgres',
    servers,
    listSeededServers(),
    (seed, known) => ({
      ...seed,
      ...known,
      databases: { ...seed.databases, ...known.databases },
    }),
  );
  const operations = new ArmOperations<PostgresTask>(
    context,
    'azure-postgres-operations',
    task => runPostgresTask(task, servers, postgres),
  );
  const scope: PostgresScope = {
    context,
    postgres,
    servers,
    accept: (req, res, path, task, durationMs = 600) =>
      operations.accept(req, res, {
        provider: postgresProvider,
        resourceId: toResourceId(`${serverType}/${path}`),
        task,
        durationMs,
      }),
  };
  const router = Router();
  router.use(createServerRoutes(scope));
  router.use(createDatabaseRoutes(scope));
  router.use(createParameterRoutes(scope));
  router.use(createFirewallRoutes(scope));
  router.use(createAdministratorRoutes(scope));
  router.use(createMonitoringRoutes(scope));

  return {
    router,
    operations,
    listResources: () =>
      servers
        .list()
        .map(({ name, location }) => ({ type: serverType, name, location })),
  };
}
