import {
  AuthService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { IntegrationProvider } from '@socialgouv/backstage-plugin-fabrique-node';
import express from 'express';
import Router from 'express-promise-router';
import { Knex } from 'knex';
import { z } from 'zod/v4';
import { listLinks } from './listLinks';

const Query = z.strictObject({ cursor: z.string().max(10_000).optional() });

/** Makes the route from which the search learns what applications are linked to. */
export function createLinksRouter(options: {
  auth: AuthService;
  catalog: CatalogService;
  client: Knex;
  httpAuth: HttpAuthService;
  providers: IntegrationProvider[];
}): express.Router {
  const { auth, httpAuth } = options;
  const router = Router();

  router.get('/v1/links', async (request, response) => {
    const query = Query.safeParse(request.query);
    if (!query.success) throw new InputError(z.prettifyError(query.error));
    const { principal }: BackstageCredentials<{ subject?: string }> =
      await httpAuth.credentials(request as never, { allow: ['service'] });
    if (principal.subject !== 'plugin:search') {
      // All components, whoever may see them: the search asks about each before it shows one.
      throw new NotAllowedError('Only for the plugin search');
    }
    response.json(
      await listLinks({
        ...options,
        ...query.data,
        credentials: await auth.getOwnServiceCredentials(),
      }),
    );
  });

  return router;
}
