import { Router } from 'express';
import { route } from '../../azure/ArmError';
import { toResourceId } from '../../azure/identity';
import { answerMetrics } from '../../azure/metrics';
import {
  findServer,
  PostgresScope,
  serverPath,
  serverType,
} from './postgresState';
import { pickDatabases, readRealDatabases } from './readRealDatabases';
import { toServerMetrics } from './serverMetrics';

const dayMs = 86_400_000;

/** Measures and backups of a flexible server. */
export function createMonitoringRoutes(scope: PostgresScope): Router {
  const { context, postgres, servers } = scope;
  const router = Router();
  router.get(
    `${serverPath}/providers/Microsoft.Insights/metrics`,
    route(async (req, res) => {
      const server = findServer(servers, req.params.server);
      const real = await readRealDatabases(postgres);
      const metrics = toServerMetrics(
        server,
        pickDatabases(server, servers.list(), real),
      );
      res.json(
        answerMetrics(req, metrics, {
          namespace: serverType,
          now: context.now(),
        }),
      );
    }),
  );
  router.get(
    `${serverPath}/backups`,
    route((req, res) => {
      const { name, createdAt, backupRetentionDays } = findServer(
        servers,
        req.params.server,
      );
      const now = context.now().getTime();
      const value = [];
      for (let age = 0; age < backupRetentionDays; age += 1) {
        const day = new Date(now - age * dayMs).toISOString().slice(0, 10);
        const completed = Date.parse(`${day}T01:47:23Z`);
        if (completed > now || completed < Date.parse(createdAt)) continue;
        const backup = `backup_${completed}`;
        value.push({
          id: toResourceId(`${serverType}/${name}/backups/${backup}`),
          name: backup,
          type: `${serverType}/backups`,
          properties: {
            backupType: 'Full',
            completedTime: new Date(completed).toISOString(),
            source: 'Automatic',
          },
        });
      }
      res.json({ value });
    }),
  );
  return router;
}
