import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import Router from 'express-promise-router';

/** A route that reads an entity from the catalog with the caller's credentials, and answers nothing else. */
export const bareRoutePlugin = createBackendPlugin({
  pluginId: 'bench',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
      },
      async init({ catalog, httpAuth, httpRouter }) {
        const router = Router();
        router.get('/entities/:kind/:namespace/:name', async (req, res) => {
          const credentials = await httpAuth.credentials(req);
          const entity = await catalog.getEntityByRef(
            stringifyEntityRef(req.params),
            { credentials },
          );
          res.status(entity ? 200 : 404).json({});
        });
        httpRouter.use(router);
      },
    });
  },
});
