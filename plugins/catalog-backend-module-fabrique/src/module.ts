import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { AnnotationFindingsProcessor } from './AnnotationFindingsProcessor';

/**
 * Writes on each entity what is wrong with its annotations, for its page to show.
 *
 * @public
 */
export const catalogModuleFabrique = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'fabrique',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        logger: coreServices.logger,
        reader: coreServices.urlReader,
      },
      async init({ catalog, logger, reader }) {
        catalog.addProcessor(
          new AnnotationFindingsProcessor({ logger, reader }),
        );
      },
    });
  },
});
