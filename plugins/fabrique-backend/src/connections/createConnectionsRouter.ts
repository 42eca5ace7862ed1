import { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import express from 'express';
import Router from 'express-promise-router';

/** Makes the route that tells which services the portal is connected to, for everybody who is signed in. */
export function createConnectionsRouter(options: {
  httpAuth: HttpAuthService;
  /** Ids of services. */
  connected: readonly string[];
}): express.Router {
  const router = Router();

  router.get('/v1/connections', async (request, response) => {
    await options.httpAuth.credentials(request);
    const [unknown] = Object.keys(request.query);
    if (unknown) throw new InputError(`There is no parameter '${unknown}'`);
    response.json({ services: options.connected });
  });

  return router;
}
