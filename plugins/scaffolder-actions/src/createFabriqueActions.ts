import { AuthService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AzureConnectionTuning,
  AzureKeyVault,
  createAzureConnection,
  GithubProvisioner,
  GitlabProvisioner,
  GrafanaProvisioner,
  ClusterObjects,
  MatomoProvisioner,
  readAzureConfig,
  readGrafanaConfig,
  readMatomoConfig,
  readSealingConfig,
  readSentryConfig,
  readUpptimeConfig,
  SealingCertificates,
  SentryProvisioner,
  SupportRequests,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { createAzureActions } from './azure/createAzureActions';
import { createAppEnsureAction } from './app/createAppEnsureAction';
import { createAppParts } from './app/createAppParts';
import { createCiSharedWriteAction } from './ci/createCiSharedWriteAction';
import { EnsureKernel } from './ensure';
import { createRepositoryRemover } from './integrations/github/createRepositoryRemover';
import { createGitlabActions } from './integrations/gitlab/createGitlabActions';
import { createMirrorRemover } from './integrations/gitlab/createMirrorRemover';
import { createNextcloudActions } from './integrations/nextcloud/createNextcloudActions';
import { createOffice365Actions } from './integrations/office365/createOffice365Actions';
import { createTipimailActions } from './integrations/tipimail/createTipimailActions';
import { createSiteRemover } from './integrations/matomo/createSiteRemover';
import {
  createProjectRemover,
  createTeamRemover,
} from './integrations/sentry/createSentryRemovers';
import { ServiceActions } from './ServiceActions';
import { createKubernetesActions } from './integrations/kubernetes/createKubernetesActions';
import { createKubernetesSecretSink } from './sinks/createKubernetesSecretSink';
import { createGithubSecretSink } from './sinks/createGithubSecretSink';
import { createKeyVaultSink } from './sinks/createKeyVaultSink';
import { createGitlabVariableSink } from './sinks/createGitlabVariableSink';
import { createSealedSecretSink } from './sinks/createSealedSecretSink';
import { SecretSinks } from './sinks/SecretSink';
import { createSealedSecretWriteAction } from './sinks/createSealedSecretWriteAction';
import { createGithubActions } from './integrations/github/createGithubActions';
import { createCatalogAnnotateAction } from './registration/createCatalogAnnotateAction';
import { createLocationRemover } from './registration/createLocationRemover';
import { createRequestRemover } from './sre/createRequestRemover';
import { createGrafanaActions } from './integrations/grafana/createGrafanaActions';
import { createSentryTeamEnsureAction } from './integrations/sentry/createSentryTeamEnsureAction';
import { createUpptimeSiteEnsureAction } from './integrations/upptime/createUpptimeSiteEnsureAction';
import { createSreRequestAction } from './sre/createSreRequestAction';
import { createTaskUndoAction } from './undo/createTaskUndoAction';
import { Removers } from './undo/Remover';
import { createGithubClaim } from './integrations/github/createGithubClaim';
import { createGithubRepoEnsureAction } from './integrations/github/createGithubRepoEnsureAction';
import { createGitlabClaim } from './integrations/gitlab/createGitlabClaim';
import { createGitlabMirrorEnsureAction } from './integrations/gitlab/createGitlabMirrorEnsureAction';
import { createMatomoSiteEnsureAction } from './integrations/matomo/createMatomoSiteEnsureAction';
import { createSentryClaim } from './integrations/sentry/createSentryClaim';
import { createSentryProjectEnsureAction } from './integrations/sentry/createSentryProjectEnsureAction';
import { createCatalogClaim } from './naming/createCatalogClaim';
import { createNamesComputeAction } from './naming/createNamesComputeAction';
import { withTitles } from './pages/withTitles';
import { createCatalogComponentEnsureAction } from './registration/createCatalogComponentEnsureAction';

/**
 * Reads the configuration once, connects to what it names, and makes all actions of the suite. An
 * action of a service that is not configured says so when it is run.
 *
 * @throws Error naming the full key, if the configuration is wrong.
 *
 * @public
 */
export function createFabriqueActions(options: {
  config: Config;
  catalog: CatalogService;
  auth: AuthService;
  kernel: EnsureKernel;
  /** How Azure is reached beside its configuration. */
  azure?: AzureConnectionTuning;
}) {
  const { config, catalog, auth, kernel } = options;
  const github = GithubProvisioner.fromConfig(config);
  const gitlab = GitlabProvisioner.fromConfig(config);
  const sentryConfig = readSentryConfig(config);
  const sentry = sentryConfig && new SentryProvisioner(sentryConfig);
  const matomoConfig = readMatomoConfig(config);
  const matomo = matomoConfig && new MatomoProvisioner(matomoConfig);
  const azureConfig = readAzureConfig(config);
  const connection =
    azureConfig && createAzureConnection(azureConfig, options.azure);
  const vault = connection && AzureKeyVault.create(connection);
  const kubernetes = ClusterObjects.fromConfig(config);
  const sinks: SecretSinks = {
    ...(vault && { 'azure-key-vault': createKeyVaultSink(vault) }),
    ...(github && {
      'sealed-secret': createSealedSecretSink({
        github,
        certificates: SealingCertificates.create(readSealingConfig(config)),
      }),
      'github-secret': createGithubSecretSink(github),
    }),
    ...(gitlab && { 'gitlab-variable': createGitlabVariableSink({ gitlab }) }),
    ...(kubernetes && {
      'kubernetes-secret': createKubernetesSecretSink(kubernetes),
    }),
  };
  const azure = createAzureActions({
    kernel,
    config,
    azure: connection,
    vault,
    sinks,
  });
  const gitlabs = createGitlabActions({ kernel, config, gitlab });
  const mails = createTipimailActions({ kernel, config, sinks });
  const folders = createNextcloudActions({ kernel, config });
  const mailboxes = createOffice365Actions({
    kernel,
    config,
    tuning: { ca: options.azure?.ca },
  });
  const claims = [
    createCatalogClaim({ catalog, auth }),
    github && createGithubClaim(github),
    gitlab && createGitlabClaim(gitlab),
    sentry && createSentryClaim(sentry),
    ...azure.claims,
  ].filter(claim => claim !== undefined);
  const grafanaConfig = readGrafanaConfig(config);
  const grafana = createGrafanaActions({
    kernel,
    config,
    grafana: grafanaConfig && new GrafanaProvisioner(grafanaConfig),
  });
  const upptime = createUpptimeSiteEnsureAction({
    kernel,
    config,
    github,
    upptime: readUpptimeConfig(config),
  });
  const support = SupportRequests.fromConfig(config);
  const more: ServiceActions[] = [
    createGithubActions({ kernel, catalog, github }),
    grafana,
    createKubernetesActions({ kernel, config, kubernetes }),
    {
      actions: [
        upptime,
        createSentryTeamEnsureAction({ kernel, config, catalog, sentry }),
      ],
      removers: {},
    },
    {
      actions: [createSreRequestAction({ kernel, config, support })],
      removers: {
        ...(support && { 'sre-request': createRequestRemover(support) }),
      },
    },
  ];
  const removers: Removers = {
    'catalog-location': createLocationRemover({ catalog, auth }),
    ...(github && { 'github-repository': createRepositoryRemover(github) }),
    ...(gitlab && { 'gitlab-project': createMirrorRemover(gitlab) }),
    ...(sentry && {
      'sentry-project': createProjectRemover(sentry),
      'sentry-team': createTeamRemover(sentry),
    }),
    ...(matomo && { 'matomo-site': createSiteRemover(matomo) }),
    ...azure.removers,
    ...Object.assign({}, ...more.map(service => service.removers)),
    ...gitlabs.removers,
    ...mails.removers,
    ...folders.removers,
    ...mailboxes.removers,
  };
  const single = {
    sentry: createSentryProjectEnsureAction({
      kernel,
      config,
      catalog,
      sentry,
      sinks,
    }),
    matomo: createMatomoSiteEnsureAction({ kernel, config, matomo }),
    postgres: azure.postgres,
    blob: azure.blob,
    repository: createGithubRepoEnsureAction({
      kernel,
      config,
      catalog,
      github,
    }),
    mirror: createGitlabMirrorEnsureAction({ kernel, github, gitlab }),
    catalog: createCatalogComponentEnsureAction({ kernel, catalog, config }),
  };
  return [
    createAppEnsureAction({
      kernel,
      config,
      parts: createAppParts({
        ...single,
        senderDomain: mails.actions.domain,
        mail: mails.actions.apiKey,
        folder: folders.actions.folder,
        mailbox: mailboxes.actions.mailbox,
        grafana: grafana.dashboard,
        upptime,
      }),
    }),
    createTaskUndoAction({ kernel, removers }),
    createNamesComputeAction({ config, catalog, claims }),
    createCiSharedWriteAction({ config }),
    createCatalogAnnotateAction({ github }),
    createSealedSecretWriteAction({ kernel, config, sinks }),
    ...Object.values(single),
    ...more.flatMap(service => service.actions),
    ...azure.others,
    ...Object.values(gitlabs.actions),
    ...Object.values(mails.actions),
    ...Object.values(folders.actions),
    ...Object.values(mailboxes.actions),
  ].map(withTitles);
}
