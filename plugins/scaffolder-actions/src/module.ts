import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createFabriqueActions } from './createFabriqueActions';

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
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
      },
      async init({ actions, auth, catalog, config }) {
        actions.addActions(...createFabriqueActions({ auth, catalog, config }));
      },
    });
  },
});
