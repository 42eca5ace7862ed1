import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { LedgerClient } from '@socialgouv/backstage-plugin-fabrique-node';
import { readLanguage } from './readLanguage';
import { LedgerEntityProvider } from './LedgerEntityProvider';
import { AnnotationFindingsProcessor } from './AnnotationFindingsProcessor';

/**
 * Writes on each entity what is wrong with its annotations, for its page to show, and gives the catalog
 * what the actions made.
 *
 * @public
 */
export const catalogModuleFabrique = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'fabrique',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogProcessingExtensionPoint,
        catalogService: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
        reader: coreServices.urlReader,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { auth, catalog, discovery, logger, reader } = deps;
        catalog.addProcessor(
          new AnnotationFindingsProcessor({ logger, reader }),
        );
        catalog.addEntityProvider(
          new LedgerEntityProvider({
            auth,
            catalog: deps.catalogService,
            language: readLanguage(deps.config),
            ledger: LedgerClient.create({ auth, discovery }),
            schedule: deps.scheduler.createScheduledTaskRunner({
              frequency: { minutes: 1 },
              timeout: { minutes: 1 },
              // The fabrique backend may start after the catalog.
              initialDelay: { seconds: 20 },
            }),
          }),
        );
      },
    });
  },
});
