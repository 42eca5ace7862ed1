import { Router } from 'express';
import { resourceNotFound, route } from '../../azure/ArmError';
import { toResourceId } from '../../azure/identity';
import { parseRequest } from '../../azure/parseRequest';
import { firewallRuleRequest } from './postgresRequests';
import {
  PostgresScope,
  ServerDocument,
  findServer,
  serverPath,
  serverType,
} from './postgresState';

/** Firewall rules of a flexible server; kept, not enforced. */
export function createFirewallRoutes(scope: PostgresScope): Router {
  const { servers, accept } = scope;
  const router = Router();
  const toRuleResource = (server: ServerDocument, name: string) => ({
    id: toResourceId(`${serverType}/${server.name}/firewallRules/${name}`),
    name,
    type: `${serverType}/firewallRules`,
    properties: server.firewallRules[name],
  });
  router.get(
    `${serverPath}/firewallRules`,
    route((req, res) => {
      const server = findServer(servers, req.params.server);
      res.json({
        value: Object.keys(server.firewallRules).map(name =>
          toRuleResource(server, name),
        ),
      });
    }),
  );
  router.get(
    `${serverPath}/firewallRules/:name`,
    route((req, res) => {
      const server = findServer(servers, req.params.server);
      const { name } = req.params;
      if (!(name in server.firewallRules))
        throw resourceNotFound(
          `${serverType}/${server.name}/firewallRules`,
          name,
        );
      res.json(toRuleResource(server, name));
    }),
  );
  router.put(
    `${serverPath}/firewallRules/:name`,
    route((req, res) => {
      const { name: server } = findServer(servers, req.params.server);
      const { properties } = parseRequest(firewallRuleRequest, req.body);
      accept(req, res, `${server}/firewallRules/${req.params.name}`, {
        kind: 'put-firewall-rule',
        server,
        name: req.params.name,
        ...properties,
      });
    }),
  );
  router.delete(
    `${serverPath}/firewallRules/:name`,
    route((req, res) => {
      const { name: server } = findServer(servers, req.params.server);
      accept(req, res, `${server}/firewallRules/${req.params.name}`, {
        kind: 'delete-firewall-rule',
        server,
        name: req.params.name,
      });
    }),
  );
  return router;
}
