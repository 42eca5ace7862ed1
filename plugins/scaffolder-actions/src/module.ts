import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createFabriqueActions } from './createFabriqueActions';
import { createKernel } from './createKernel';

/**
 * Adds the actions `fabrique:*` to the scaffolder.
 *
 * @public
 */
export const scaffolderModuleFabrique = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'fabrique',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        permissions: coreServices.permissions,
      },
      async init({ actions, ...services }) {
        const kernel = createKernel(services);
        actions.addActions(...createFabriqueActions({ ...services, kernel }));
      },
    });
  },
});
