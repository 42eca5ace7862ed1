import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { fabriquePermissions } from '@socialgouv/backstage-plugin-fabrique-common';
import {
  createAzureConnection,
  fabriqueProvidersExtensionPoint,
  GithubApi,
  GithubClient,
  GitlabApi,
  GitlabMirrorClient,
  IntegrationProvider,
  readAzureConfig,
  readUpstreamTuning,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { registerGetEntityHealth } from './assistant/registerGetEntityHealth';
import { registerListUnhealthyEntities } from './assistant/registerListUnhealthyEntities';
import { createConnectionsRouter } from './connections/createConnectionsRouter';
import { openFleet } from './fleet/openFleet';
import { providerFactories } from './integrations';
import { createGitlabMirrorRouter } from './integrations/gitlab/createGitlabMirrorRouter';
import { MirrorRunner } from './integrations/gitlab/MirrorRunner';
import { startLedger } from './ledger/startLedger';
import { createNamesRouter } from './names/createNamesRouter';
import { NameRegister } from './names/NameRegister';
import { createPortalMetrics } from './metrics/createPortalMetrics';
import { notifyOfApprovals } from './notices/notifyOfApprovals';
import { readNotificationsConfig } from './notices/readNotificationsConfig';
import { AnswerCache } from './overview/AnswerCache';
import { OverviewService } from './overview/OverviewService';
import { createRouter } from './router';
import { readThresholds } from './thresholds';
import { createTransverseRouter } from './transverse/createTransverseRouter';
import { readTransverseServices } from './transverse/readTransverseServices';
import { TransverseServices } from './transverse/TransverseServices';
import { createWords } from './words/createWords';

/**
 * The fabrique backend: how every service of an entity is doing, in one answer.
 *
 * @public
 */
export const fabriquePlugin = createBackendPlugin({
  pluginId: 'fabrique',
  register(env) {
    const added: IntegrationProvider[] = [];
    env.registerExtensionPoint(fabriqueProvidersExtensionPoint, {
      addProvider(provider) {
        if (
          provider.id in providerFactories ||
          added.some(({ id }) => id === provider.id)
        ) {
          throw new Error(`There is already a service '${provider.id}'`);
        }
        added.push(provider);
      },
    });

    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        cache: coreServices.cache,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { cache, catalog, config, httpAuth, logger, permissions } = deps;
        const thresholds = readThresholds(config);
        const metrics = createPortalMetrics(deps.metrics);
        const tuning = {
          ...readUpstreamTuning(config),
          onCall: metrics.onCall,
        };
        const github = GithubApi.fromConfig(config, tuning);
        const gitlab = GitlabApi.fromConfig(config, tuning);
        const azureConfig = readAzureConfig(config);
        // People wait for what is read here; the actions, which make things, have more patience.
        const azure =
          azureConfig &&
          createAzureConnection(azureConfig, { timeoutMs: 10_000, ...tuning });
        const builtIn = Object.values(providerFactories).flatMap(
          factory =>
            factory({
              config,
              logger,
              thresholds,
              tuning,
              github,
              gitlab,
              azure,
            }) ?? [],
        );
        const providers = [...builtIn, ...added];
        const notificationsConfig = readNotificationsConfig(config);
        const words = createWords(notificationsConfig.language);
        const fleet = await openFleet({
          ...deps,
          metrics,
          notificationsConfig,
          providers,
          words,
        });
        const answers = new AnswerCache({
          cache,
          logger,
          callTimeoutMs: tuning.timeoutMs,
          onAnswer: fleet.overhear,
        });
        const overview = new OverviewService({ providers, answers, logger });
        deps.permissionsRegistry.addPermissions(fabriquePermissions);
        deps.httpRouter.use(
          createRouter({ catalog, httpAuth, permissions, overview }),
        );
        deps.httpRouter.use(
          createConnectionsRouter({
            httpAuth,
            connected: providers.map(({ id }) => id),
          }),
        );
        registerGetEntityHealth(deps.actionsRegistry, { ...deps, overview });
        registerListUnhealthyEntities(deps.actionsRegistry, fleet);
        const gitlabProvider = builtIn.find(({ id }) => id === 'gitlab');
        if (gitlab && gitlabProvider) {
          deps.httpRouter.use(
            createGitlabMirrorRouter({
              ...deps,
              answers,
              provider: gitlabProvider,
              runner: new MirrorRunner({
                mirrors: GitlabMirrorClient.create(gitlab),
              }),
            }),
          );
        }
        await fleet.start(answers);
        deps.httpRouter.use(
          createTransverseRouter({
            httpAuth,
            services: new TransverseServices({
              answers,
              services: readTransverseServices(config),
              upptime: providers.find(({ id }) => id === 'upptime'),
            }),
          }),
        );
        const register = new NameRegister({
          catalog,
          github: github && {
            client: GithubClient.create(github),
            organization: github.config.organization,
          },
        });
        deps.httpRouter.use(createNamesRouter({ httpAuth, register }));
        await startLedger({
          ...deps,
          answers,
          notifications: notifyOfApprovals({ ...deps, words }),
        });
      },
    });
  },
});
