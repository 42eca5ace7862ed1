import {
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { fabriqueFleetReadPermission } from '@socialgouv/backstage-plugin-fabrique-common';
import express from 'express';
import Router from 'express-promise-router';
import { FleetReader } from './FleetReader';
import { FleetVisibility } from './FleetVisibility';
import { readFleetQuery } from './readFleetQuery';

/** Makes the routes of the fleet. Everybody sees the components that the catalog shows them, and no others. */
export function createFleetRouter(options: {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  reader: FleetReader;
  visibility: FleetVisibility;
}): express.Router {
  const { httpAuth, permissions, reader, visibility } = options;
  const router = Router();

  router.get('/v1/fleet', async (request, response) => {
    const query = readFleetQuery(request.url, reader.services);
    const credentials = await httpAuth.credentials(request);
    await authorize(credentials);
    const visible = await visibility.resolve(credentials);
    response.json(await reader.readPage(query, visible));
  });

  async function authorize(credentials: BackstageCredentials) {
    const [{ result }] = await permissions.authorize(
      [{ permission: fabriqueFleetReadPermission }],
      { credentials },
    );
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError('You may not see the fleet');
    }
  }

  return router;
}
