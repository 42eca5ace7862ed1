import { Router } from 'express';
import { resourceNotFound, route } from '../../azure/ArmError';
import { pickDatabases, readRealDatabases } from './readRealDatabases';
import { parseRequest } from '../../azure/parseRequest';
import { checkDatabaseName, databaseRequest } from './postgresRequests';
import {
  PostgresScope,
  findServer,
  serverPath,
  serverType,
  toDatabaseResource,
} from './postgresState';

const usual = { charset: 'UTF8', collation: 'en_US.utf8' };

/** Databases of a flexible server, which are really there. */
export function createDatabaseRoutes(scope: PostgresScope): Router {
  const { postgres, servers, accept } = scope;
  const router = Router();
  router.get(
    `${serverPath}/databases`,
    route(async (req, res) => {
      const server = findServer(servers, req.params.server);
      const real = pickDatabases(
        server,
        servers.list(),
        await readRealDatabases(postgres),
      ).map(({ name }) => name);
      const names = [
        'postgres',
        ...Object.keys(server.databases).filter(
          name => server.databases[name].isSeeded || real.includes(name),
        ),
        ...real.filter(name => !(name in server.databases)),
      ];
      const value = names.map(name =>
        toDatabaseResource(server, name, server.databases[name] ?? usual),
      );
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
      if (
        !properties?.isSeeded &&
        !pickDatabases(
          server,
          servers.list(),
          await readRealDatabases(postgres),
        ).some(({ name }) => name === database)
      )
        throw resourceNotFound(
          `${serverType}/${server.name}/databases`,
          database,
        );
      res.json(toDatabaseResource(server, database, properties ?? usual));
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
        charset: properties?.charset ?? usual.charset,
        collation: properties?.collation ?? usual.collation,
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
