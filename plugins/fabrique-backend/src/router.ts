import {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  fabriqueServiceReadPermission,
  isBranchName,
} from '@socialgouv/backstage-plugin-fabrique-common';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod/v4';
import { OverviewService } from './overview/OverviewService';

const OverviewQuery = z
  .strictObject({
    environment: z.enum(['prod', 'preprod', 'dev']).default('prod'),
    branch: z
      .string()
      .refine(isBranchName, 'Not the name of a branch')
      .optional(),
  })
  .refine(({ environment, branch }) => !branch || environment === 'dev', {
    path: ['branch'],
    error: 'Review branches run in the environment dev only',
  });

/** Makes the plugin's routes. What may be asked follows from the entity, never from the request. */
export function createRouter(options: {
  catalog: CatalogService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  overview: OverviewService;
}): express.Router {
  const { catalog, httpAuth, permissions, overview } = options;
  const router = Router();

  router.get(
    '/v1/entities/:kind/:namespace/:name/overview',
    async (request, response) => {
      const query = OverviewQuery.safeParse(request.query);
      if (!query.success) throw new InputError(z.prettifyError(query.error));
      const credentials = await httpAuth.credentials(request);
      const entityRef = stringifyEntityRef(request.params);
      // Side by side: each is a call to another plugin. Nothing of the entity is told before both are there.
      const [[decision], entity] = await Promise.all([
        permissions.authorize(
          [
            {
              permission: fabriqueServiceReadPermission,
              resourceRef: entityRef,
            },
          ],
          { credentials },
        ),
        catalog.getEntityByRef(entityRef, { credentials }),
      ]);
      if (decision.result !== AuthorizeResult.ALLOW) {
        throw new NotAllowedError(
          `You may not see the services of ${entityRef}`,
        );
      }
      if (!entity) throw new NotFoundError(`There is no ${entityRef}`);
      const { environment, branch } = query.data;
      response.json(await overview.read(entity, environment, branch));
    },
  );

  return router;
}
