import {
  coreServices,
  createBackendModule,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { ServiceLinksClient } from './ServiceLinksClient';
import { ServiceLinksCollatorFactory } from './ServiceLinksCollatorFactory';

/** As often as the search's own module reads the catalog. */
const defaultSchedule = {
  frequency: { minutes: 10 },
  timeout: { minutes: 15 },
  initialDelay: { seconds: 3 },
};

/**
 * Adds the applications to the search, with what they are linked to.
 *
 * @public
 */
export const searchModuleFabrique = createBackendModule({
  pluginId: 'search',
  moduleId: 'fabrique-links',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        indexRegistry: searchIndexRegistryExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, config, discovery, indexRegistry, scheduler }) {
        const schedule = config.getOptionalConfig(
          'search.collators.fabrique.schedule',
        );
        indexRegistry.addCollator({
          schedule: scheduler.createScheduledTaskRunner(
            schedule
              ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
              : defaultSchedule,
          ),
          factory: new ServiceLinksCollatorFactory(
            new ServiceLinksClient({ auth, discovery }),
          ),
        });
      },
    });
  },
});
