import { Router } from 'express';
import { ArmError, resourceNotFound, route } from '../../azure/ArmError';
import { toResourceId } from '../../azure/identity';
import { parseRequest } from '../../azure/parseRequest';
import { administratorRequest } from './postgresRequests';
import {
  PostgresScope,
  ServerDocument,
  findServer,
  serverPath,
  serverType,
} from './postgresState';

/** Administrators of a flexible server that are principals of Entra; kept, and known to Azure alone. */
export function createAdministratorRoutes(scope: PostgresScope): Router {
  const { servers, accept } = scope;
  const router = Router();
  const path = `${serverPath}/administrators`;
  const toResource = (server: ServerDocument, objectId: string) => ({
    id: toResourceId(`${serverType}/${server.name}/administrators/${objectId}`),
    name: objectId,
    type: `${serverType}/administrators`,
    properties: { ...server.administrators?.[objectId], objectId },
  });
  router.get(
    path,
    route((req, res) => {
      const server = findServer(servers, req.params.server);
      const ids = Object.keys(server.administrators ?? {});
      res.json({ value: ids.map(id => toResource(server, id)) });
    }),
  );
  router.get(
    `${path}/:objectId`,
    route((req, res) => {
      const server = findServer(servers, req.params.server);
      const { objectId } = req.params;
      if (!server.administrators?.[objectId])
        throw resourceNotFound(
          `${serverType}/${server.name}/administrators`,
          objectId,
        );
      res.json(toResource(server, objectId));
    }),
  );
  router.put(
    `${path}/:objectId`,
    route((req, res) => {
      const server = findServer(servers, req.params.server);
      const { objectId } = req.params;
      const { properties } = parseRequest(administratorRequest, req.body);
      if (!server.hasEntra)
        throw new ArmError(
          400,
          'AadAuthOperationCannotBePerformedWhenServerIsNotAccessible',
          `Microsoft Entra authentication is not enabled on server '${server.name}'.`,
        );
      accept(req, res, `${server.name}/administrators/${objectId}`, {
        kind: 'put-administrator',
        server: server.name,
        objectId,
        principal: properties,
      });
    }),
  );
  router.delete(
    `${path}/:objectId`,
    route((req, res) => {
      const { name } = findServer(servers, req.params.server);
      const { objectId } = req.params;
      accept(req, res, `${name}/administrators/${objectId}`, {
        kind: 'delete-administrator',
        server: name,
        objectId,
      });
    }),
  );
  return router;
}
