import { Router } from 'express';
import { resourceNotFound, route } from '../../azure/ArmError';
import { hasDatabase } from './createDatabase';
import { parseRequest } from '../../azure/parseRequest';
import { checkDatabaseName, databaseRequest } from './postgresRequests';
import {
  PostgresScope,
  findServer,
  serverPath,
  serverType,
  toDatabaseResource,
} from './postgresState';

/** Databases of a flexible server, which are really there. */
export function createDatabaseRoutes(scope: PostgresScope): Router {
  const { postgres, servers, accept } = scope;
  const router = Router();
  router.get(
    `${serverPath}/databases`,
    route(async (req, res) => {
      const server = findServer(servers, req.params.server);
      const value = [
        toDatabaseResource(server, 'postgres', {
          charset: 'UTF8',
          collation: 'en_US.utf8',
        }),
      ];
      for (const [name, properties] of Object.entries(server.databases))
        if (await hasDatabase(postgres, name))
          value.push(toDatabaseResource(server, name, properties));
      res.json({ value });
    }),
  );
  router.get(
    `${serverPath}/databases/:database`,
    route(async (req, res) => {
      const server = findServer(servers, req.params.server);
      const { database } = req.params;
      const properties = server.databases[database];
      // A database that was dropped with SQL is gone for Azure too.
      if (!properties || !(await hasDatabase(postgres, database)))
        throw resourceNotFound(
          `${serverType}/${server.name}/databases`,
          database,
        );
      res.json(toDatabaseResource(server, database, properties));
    }),
  );
  router.put(
    `${serverPath}/databases/:database`,
    route((req, res) => {
      const { name: server } = findServer(servers, req.params.server);
      const { database } = req.params;
      checkDatabaseName(database);
      const { properties } = parseRequest(databaseRequest, req.body);
      accept(req, res, `${server}/databases/${database}`, {
        kind: 'put-database',
        server,
        database,
        charset: properties?.charset ?? 'UTF8',
        collation: properties?.collation ?? 'en_US.utf8',
      });
    }),
  );
  router.delete(
    `${serverPath}/databases/:database`,
    route((req, res) => {
      const { name: server, databases } = findServer(
        servers,
        req.params.server,
      );
      const { database } = req.params;
      if (!(database in databases)) res.status(204).end();
      else
        accept(req, res, `${server}/databases/${database}`, {
          kind: 'delete-database',
          server,
          database,
        });
    }),
  );
  return router;
}
