import { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import express from 'express';
import Router from 'express-promise-router';
import { TransverseServices } from './TransverseServices';

/** Makes the route of the services that the teams share, for everybody who is signed in. */
export function createTransverseRouter(options: {
  httpAuth: HttpAuthService;
  services: TransverseServices;
}): express.Router {
  const router = Router();

  router.get('/v1/services', async (request, response) => {
    await options.httpAuth.credentials(request);
    const [unknown] = Object.keys(request.query);
    if (unknown) throw new InputError(`There is no parameter '${unknown}'`);
    response.json(await options.services.list());
  });

  return router;
}
