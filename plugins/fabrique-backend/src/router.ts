import { InputError } from '@backstage/errors';
import {
  fabriqueServiceReadPermission,
  isBranchName,
} from '@socialgouv/backstage-plugin-fabrique-common';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod/v4';
import { OverviewService } from './overview/OverviewService';
import { RecentDecisions } from './overview/RecentDecisions';
import {
  EntityRouteServices,
  readPermittedEntity,
} from './readPermittedEntity';

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
export function createRouter(
  options: EntityRouteServices & { overview: OverviewService },
): express.Router {
  const router = Router();
  const services = {
    ...options,
    permissions: new RecentDecisions(options.permissions),
  };

  router.get(
    '/v1/entities/:kind/:namespace/:name/overview',
    async (request, response) => {
      const query = OverviewQuery.safeParse(request.query);
      if (!query.success) throw new InputError(z.prettifyError(query.error));
      const entity = await readPermittedEntity(services, {
        request,
        permission: fabriqueServiceReadPermission,
        refusal: 'You may not see the services of',
      });
      const { environment, branch } = query.data;
      const overview = await options.overview.read(entity, environment, branch);
      // Without the spaces that Express adds outside of production: they double what is compressed.
      response.type('json').send(JSON.stringify(overview));
    },
  );

  return router;
}
