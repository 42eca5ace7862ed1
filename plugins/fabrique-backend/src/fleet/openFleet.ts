import {
  AuthService,
  DatabaseService,
  HttpAuthService,
  HttpRouterService,
  LoggerService,
  PermissionsService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { IntegrationProvider } from '@socialgouv/backstage-plugin-fabrique-node';
import { openDatabase } from '../database/openDatabase';
import { AnswerCache, AnswerListener } from '../overview/AnswerCache';
import { createFleetRouter } from './createFleetRouter';
import { FleetReader } from './FleetReader';
import { FleetRecorder } from './FleetRecorder';
import { FleetStore } from './FleetStore';
import { FleetVisibility } from './FleetVisibility';
import { readFleetConfig } from './readFleetConfig';
import { scheduleFleet } from './scheduleFleet';

/** The fleet, its tables open. */
export interface OpenFleet {
  /** Hears what upstreams answer to viewers; absent where nothing is kept up to date. */
  overhear?: AnswerListener;
  /** Opens the routes, and keeps the fleet up to date. */
  start(answers: AnswerCache): Promise<void>;
}

/** Opens the fleet's tables. Viewers' answers go into it, and it asks through their cache. */
export async function openFleet(options: {
  auth: AuthService;
  catalog: CatalogService;
  config: Config;
  database: DatabaseService;
  httpAuth: HttpAuthService;
  httpRouter: HttpRouterService;
  logger: LoggerService;
  permissions: PermissionsService;
  providers: IntegrationProvider[];
  scheduler: SchedulerService;
}): Promise<OpenFleet> {
  const { catalog, httpAuth, logger, permissions, providers } = options;
  const config = readFleetConfig(options.config);
  const client = await openDatabase(options.database);
  const { enabled, refreshEveryMs } = config;
  const store = new FleetStore(client);
  const recorder = new FleetRecorder({
    logger,
    providers,
    refreshEveryMs,
    store,
  });
  return {
    overhear: enabled ? recorder.overhear : undefined,
    async start(answers) {
      const reader = new FleetReader({
        client,
        environments: enabled ? config.environments : [],
        connected: providers.map(({ id }) => id),
      });
      const visibility = new FleetVisibility({ catalog, permissions });
      options.httpRouter.use(
        createFleetRouter({
          httpAuth,
          logger,
          permissions,
          reader,
          visibility,
        }),
      );
      if (enabled) {
        await scheduleFleet({ ...options, answers, config, recorder, store });
      }
    },
  };
}
