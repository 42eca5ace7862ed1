import {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { IntegrationProvider } from '@socialgouv/backstage-plugin-fabrique-node';
import { PortalMetrics } from '../metrics/createPortalMetrics';
import { AnswerCache } from '../overview/AnswerCache';
import { FleetRecorder } from './FleetRecorder';
import { FleetStore } from './FleetStore';
import { FleetConfig } from './readFleetConfig';
import { refreshService } from './refreshService';
import { walkCatalog } from './walkCatalog';

/** Of a service that says nothing of its own: about as many calls as a team that looks at its page. */
const defaultTargetsPerMinute = 20;

/**
 * Keeps the fleet up to date: one task reads the catalog, and one for each service asks it, so that a
 * slow service holds up no other. Each task runs in one replica at a time.
 */
export async function scheduleFleet(options: {
  answers: AnswerCache;
  auth: AuthService;
  catalog: CatalogService;
  config: FleetConfig;
  logger: LoggerService;
  metrics: PortalMetrics;
  providers: IntegrationProvider[];
  recorder: FleetRecorder;
  scheduler: SchedulerService;
  store: FleetStore;
}): Promise<void> {
  const { config, logger, providers, scheduler } = options;
  const settings = {
    timeout: { minutes: 10 },
    initialDelay: { seconds: 5 },
    scope: 'global' as const,
  };
  let walkAgainAt = 0;
  await scheduler.scheduleTask({
    ...settings,
    id: 'fabrique-fleet-catalog',
    frequency: { seconds: 20 },
    fn: async signal => {
      if (Date.now() < walkAgainAt) return;
      const startedAt = Date.now();
      const count = await walkCatalog({
        ...options,
        environments: config.environments,
        signal,
      });
      // A catalog that is just filling up is looked at again soon.
      walkAgainAt = count > 0 ? startedAt + config.readCatalogEveryMs : 0;
      logger.debug(`The fleet has ${count} components`);
    },
  });
  for (const provider of providers) {
    await scheduler.scheduleTask({
      ...settings,
      id: `fabrique-fleet-${provider.id}`,
      frequency: { minutes: 1 },
      async fn(signal) {
        const startedAt = performance.now();
        await refreshService({
          ...options,
          keepAnswers: config.keepAnswers,
          provider,
          signal,
          targetsPerMinute:
            config.targetsPerMinute[provider.id] ??
            provider.fleetTargetsPerMinute ??
            defaultTargetsPerMinute,
        });
        const durationMs = performance.now() - startedAt;
        options.metrics.onRefresh({ service: provider.id, durationMs });
      },
    });
  }
}
