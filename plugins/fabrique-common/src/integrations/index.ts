import { AnnotationDefinition, ServiceAnnotations } from '../annotation';
import {
  azureBlobAnnotation,
  azureBlobContainersAnnotation,
  azureBlobPublicContainersAnnotation,
  AzureBlobThresholds,
  AzureBlobView,
  defaultAzureBlobThresholds,
} from './azure-blob';
import {
  azurePostgresAnnotation,
  azurePostgresDatabaseAnnotation,
  AzurePostgresThresholds,
  AzurePostgresView,
  defaultAzurePostgresThresholds,
} from './azure-postgres';
import {
  defaultGithubThresholds,
  githubAnnotation,
  GithubThresholds,
  GithubView,
} from './github';
import {
  defaultGitlabThresholds,
  gitlabAnnotation,
  gitlabInstanceAnnotation,
  GitlabThresholds,
  GitlabView,
} from './gitlab';
import {
  defaultGrafanaThresholds,
  grafanaAlertSelectorAnnotation,
  grafanaAnnotation,
  grafanaOverviewDashboardAnnotation,
  GrafanaThresholds,
  GrafanaView,
} from './grafana';
import {
  defaultKubernetesThresholds,
  kubernetesAnnotation,
  kubernetesIdAnnotation,
  kubernetesNamespaceAnnotation,
  KubernetesThresholds,
  KubernetesView,
} from './kubernetes';
import {
  defaultMatomoThresholds,
  matomoAnnotation,
  MatomoThresholds,
  MatomoView,
} from './matomo';
import {
  defaultNextcloudThresholds,
  nextcloudAnnotation,
  NextcloudThresholds,
  NextcloudView,
} from './nextcloud';
import {
  defaultOffice365Thresholds,
  office365Annotation,
  Office365Thresholds,
  Office365View,
} from './office365';
import {
  defaultSentryThresholds,
  sentryAnnotation,
  SentryThresholds,
  SentryView,
} from './sentry';
import {
  defaultTipimailThresholds,
  tipimailAnnotation,
  TipimailThresholds,
  TipimailView,
} from './tipimail';
import {
  defaultUpptimeThresholds,
  upptimeAnnotation,
  UpptimeThresholds,
  UpptimeView,
} from './upptime';

/**
 * What each service's view holds. The keys are the ids of the suite's services.
 *
 * @public
 */
export interface IntegrationViews {
  kubernetes: KubernetesView;
  gitlab: GitlabView;
  github: GithubView;
  upptime: UpptimeView;
  sentry: SentryView;
  grafana: GrafanaView;
  matomo: MatomoView;
  'azure-postgres': AzurePostgresView;
  'azure-blob': AzureBlobView;
  tipimail: TipimailView;
  nextcloud: NextcloudView;
  office365: Office365View;
}

/**
 * A service of the suite.
 *
 * @public
 */
export type IntegrationId = keyof IntegrationViews;

/**
 * Limits of every verdict, overridden by `fabrique.thresholds`.
 *
 * @public
 */
export interface Thresholds {
  kubernetes: KubernetesThresholds;
  gitlab: GitlabThresholds;
  github: GithubThresholds;
  upptime: UpptimeThresholds;
  sentry: SentryThresholds;
  grafana: GrafanaThresholds;
  matomo: MatomoThresholds;
  'azure-postgres': AzurePostgresThresholds;
  'azure-blob': AzureBlobThresholds;
  tipimail: TipimailThresholds;
  nextcloud: NextcloudThresholds;
  office365: Office365Thresholds;
}

/**
 * Defaults of {@link Thresholds}.
 *
 * @public
 */
export const defaultThresholds: Thresholds = {
  kubernetes: defaultKubernetesThresholds,
  gitlab: defaultGitlabThresholds,
  github: defaultGithubThresholds,
  upptime: defaultUpptimeThresholds,
  sentry: defaultSentryThresholds,
  grafana: defaultGrafanaThresholds,
  matomo: defaultMatomoThresholds,
  'azure-postgres': defaultAzurePostgresThresholds,
  'azure-blob': defaultAzureBlobThresholds,
  tipimail: defaultTipimailThresholds,
  nextcloud: defaultNextcloudThresholds,
  office365: defaultOffice365Thresholds,
};

/**
 * Every annotation of each service, in the order of the page. The first of each links an entity to the
 * service; `getLinkAnnotation` gives it.
 *
 * @public
 */
export const integrationAnnotations = {
  kubernetes: [
    kubernetesAnnotation,
    kubernetesIdAnnotation,
    kubernetesNamespaceAnnotation,
  ],
  gitlab: [gitlabAnnotation, gitlabInstanceAnnotation],
  github: [githubAnnotation],
  upptime: [upptimeAnnotation],
  sentry: [sentryAnnotation],
  grafana: [
    grafanaAnnotation,
    grafanaAlertSelectorAnnotation,
    grafanaOverviewDashboardAnnotation,
  ],
  matomo: [matomoAnnotation],
  'azure-postgres': [azurePostgresAnnotation, azurePostgresDatabaseAnnotation],
  'azure-blob': [
    azureBlobAnnotation,
    azureBlobContainersAnnotation,
    azureBlobPublicContainersAnnotation,
  ],
  tipimail: [tipimailAnnotation],
  nextcloud: [nextcloudAnnotation],
  office365: [office365Annotation],
} satisfies { [Id in IntegrationId]: ServiceAnnotations };

/**
 * All services, in the order of the page.
 *
 * @public
 */
export const integrationIds = Object.keys(
  integrationAnnotations,
) as IntegrationId[];

/**
 * The annotation that links an entity to a service of the suite.
 *
 * @public
 */
export function getLinkAnnotation(id: IntegrationId): AnnotationDefinition {
  return integrationAnnotations[id][0];
}

export * from './azure-blob';
export * from './azure-postgres';
export * from './github';
export * from './gitlab';
export * from './grafana';
export * from './kubernetes';
export * from './matomo';
export * from './nextcloud';
export * from './office365';
export * from './sentry';
export * from './tipimail';
export * from './upptime';
