import {
  AuthService,
  BackstageCredentials,
  DatabaseService,
  HttpAuthService,
  HttpRouterService,
  LoggerService,
  PermissionsService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import {
  FleetPage,
  FleetQuery,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { IntegrationProvider } from '@socialgouv/backstage-plugin-fabrique-node';
import { openDatabase } from '../database/openDatabase';
import { PortalMetrics } from '../metrics/createPortalMetrics';
import { NoticeStore } from '../notices/NoticeStore';
import { NotificationsConfig } from '../notices/readNotificationsConfig';
import { scheduleNotices } from '../notices/scheduleNotices';
import { AnswerCache, AnswerListener } from '../overview/AnswerCache';
import { Words } from '../words/createWords';
import { authorizeFleet } from './authorizeFleet';
import { createFleetRouter } from './createFleetRouter';
import { createLinksRouter } from './createLinksRouter';
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
  /**
   * A page of what the bearer of the credentials may see.
   *
   * @throws NotAllowedError if they may not see the fleet.
   */
  readPage(
    query: FleetQuery,
    credentials: BackstageCredentials,
  ): Promise<FleetPage>;
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
  metrics: PortalMetrics;
  notifications: NotificationService;
  notificationsConfig: NotificationsConfig;
  permissions: PermissionsService;
  providers: IntegrationProvider[];
  scheduler: SchedulerService;
  /** In the language of the notifications. */
  words: Words;
}): Promise<OpenFleet> {
  const { catalog, httpAuth, logger, permissions, providers } = options;
  const { notificationsConfig } = options;
  const config = readFleetConfig(options.config);
  const client = await openDatabase(options.database);
  const { enabled, refreshEveryMs } = config;
  const store = new FleetStore(client);
  const notices = notificationsConfig.enabled
    ? new NoticeStore(client, notificationsConfig)
    : undefined;
  const recorder = new FleetRecorder({
    logger,
    notices,
    providers,
    refreshEveryMs,
    store,
  });
  const reader = new FleetReader({
    client,
    environments: enabled ? config.environments : [],
    connected: providers.map(({ id }) => id),
  });
  const visibility = new FleetVisibility({ catalog, permissions });
  return {
    overhear: enabled ? recorder.overhear : undefined,
    async readPage(query, credentials) {
      const visible = await authorizeFleet(credentials, {
        permissions,
        visibility,
      });
      return reader.readPage(query, visible);
    },
    async start(answers) {
      options.httpRouter.use(
        createFleetRouter({
          httpAuth,
          logger,
          permissions,
          reader,
          visibility,
        }),
      );
      options.httpRouter.use(createLinksRouter({ ...options, client }));
      if (enabled) {
        options.metrics.observeFleetAge(() => store.listOldest());
        await scheduleFleet({ ...options, answers, config, recorder, store });
        if (notices) await scheduleNotices({ ...options, store: notices });
      }
    },
  };
}
