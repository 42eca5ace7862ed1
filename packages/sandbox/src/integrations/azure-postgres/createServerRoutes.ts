import { Router } from 'express';
import { ensureRoles } from '../../postgres/ensureRoles';
import { ArmError, resourceNotFound, route } from '../../azure/ArmError';
import { nameRequest, parseRequest } from '../../azure/parseRequest';
import { checkServerName, serverRequest } from './postgresRequests';
import {
  PostgresScope,
  ServerDocument,
  findServer,
  postgresProvider,
  serverPath,
  serverType,
  serversPath,
  toServerResource,
} from './postgresState';

/** As long as Azure often takes for a new server, and for a change of one, by the sandbox's clock. */
const creationMs = 8 * 60_000;
const changeMs = 1500;

/** Flexible servers: read, create, change, delete. */
export function createServerRoutes(scope: PostgresScope): Router {
  const { context, postgres, servers, accept } = scope;
  const router = Router();

  router.post(
    `/subscriptions/:subscription/providers/${postgresProvider}/checkNameAvailability`,
    route((req, res) => {
      const { name } = parseRequest(nameRequest, req.body);
      const isTaken = servers.get(name.toLowerCase()) !== undefined;
      res.json({
        name,
        type: serverType,
        nameAvailable: !isTaken,
        reason: isTaken ? 'AlreadyExists' : '',
        message: isTaken ? `Specified server name is already used.` : '',
      });
    }),
  );
  router.get(
    [`/subscriptions/:subscription/providers/${serverType}`, serversPath],
    route((_req, res) => {
      res.json({
        value: servers
          .list()
          .map(server => toServerResource(server, context.now())),
      });
    }),
  );
  router.get(
    serverPath,
    route((req, res) => {
      res.json(
        toServerResource(findServer(servers, req.params.server), context.now()),
      );
    }),
  );

  const putServer = route(async (req, res) => {
    const name = req.params.server;
    const known = servers.get(name.toLowerCase());
    const body = parseRequest(serverRequest, req.body);
    if (!known) {
      if (req.method === 'PATCH') throw resourceNotFound(serverType, name);
      checkServerName(name);
      const { administratorLogin, administratorLoginPassword } =
        body.properties ?? {};
      if (!administratorLogin || !administratorLoginPassword || !body.location)
        throw new ArmError(
          400,
          'InvalidParameterValue',
          'Location, administratorLogin and administratorLoginPassword are required.',
        );
      // At once, not in the operation: the password is kept by Postgres alone.
      await postgres.withSuperuser(client =>
        ensureRoles(client, [
          {
            name: administratorLogin,
            password: administratorLoginPassword,
            attributes: 'LOGIN CREATEDB CREATEROLE',
          },
        ]),
      );
    }
    const document: ServerDocument = {
      ...known,
      name: known?.name ?? name,
      location: known?.location ?? body.location ?? '',
      tags: body.tags ?? known?.tags,
      sku: body.sku ??
        known?.sku ?? { name: 'Standard_B1ms', tier: 'Burstable' },
      administratorLogin:
        known?.administratorLogin ?? body.properties?.administratorLogin ?? '',
      createdAt: known?.createdAt ?? context.now().toISOString(),
      storageSizeGB:
        body.properties?.storage?.storageSizeGB ?? known?.storageSizeGB ?? 32,
      backupRetentionDays:
        body.properties?.backup?.backupRetentionDays ??
        known?.backupRetentionDays ??
        7,
      hasEntra:
        body.properties?.authConfig === undefined
          ? known?.hasEntra
          : body.properties.authConfig.activeDirectoryAuth === 'Enabled',
      version: known ? known.version : body.properties?.version,
      parameters: known?.parameters ?? {},
      firewallRules: known?.firewallRules ?? {},
      databases: known?.databases ?? {},
    };
    const isNew = !known || known.state === 'Provisioning';
    // It can be looked at from the beginning on.
    if (!known)
      servers.put(name.toLowerCase(), { ...document, state: 'Provisioning' });
    accept(
      req,
      res,
      name,
      { kind: 'put-server', document: { ...document, state: 'Ready' } },
      isNew ? creationMs : changeMs,
    );
  });
  router.put(serverPath, putServer);
  router.patch(serverPath, putServer);
  router.delete(
    serverPath,
    route((req, res) => {
      const { server } = req.params;
      const known = servers.get(server.toLowerCase());
      if (known?.state === 'Provisioning')
        throw new ArmError(
          409,
          'ServerBusy',
          `Cannot complete operation because server '${server}' is busy processing another operation. Try again later.`,
        );
      if (!known) res.status(204).end();
      else accept(req, res, server, { kind: 'delete-server', server }, 1200);
    }),
  );
  return router;
}
