import { Router } from 'express';
import { route } from '../../azure/ArmError';
import { parseRequest } from '../../azure/parseRequest';
import { parameterRequest } from './postgresRequests';
import { PostgresScope, findServer, serverPath } from './postgresState';
import {
  checkParameterValue,
  parameterNames,
  toParameterResource,
} from './serverParameters';

/** Server parameters, which Azure calls configurations. */
export function createParameterRoutes(scope: PostgresScope): Router {
  const { servers, accept } = scope;
  const router = Router();
  router.get(
    `${serverPath}/configurations`,
    route((req, res) => {
      const server = findServer(servers, req.params.server);
      res.json({
        value: parameterNames.map(name => toParameterResource(server, name)),
      });
    }),
  );
  router.get(
    `${serverPath}/configurations/:name`,
    route((req, res) => {
      const server = findServer(servers, req.params.server);
      res.json(toParameterResource(server, req.params.name));
    }),
  );
  const putParameter = route((req, res) => {
    const server = findServer(servers, req.params.server);
    const { name } = toParameterResource(server, req.params.name);
    const value = parseRequest(parameterRequest, req.body).properties?.value;
    checkParameterValue(name, value ?? '');
    accept(req, res, `${server.name}/configurations/${name}`, {
      kind: 'put-parameter',
      server: server.name,
      name,
      value: value ?? '',
    });
  });
  router.put(`${serverPath}/configurations/:name`, putParameter);
  router.patch(`${serverPath}/configurations/:name`, putParameter);
  return router;
}
