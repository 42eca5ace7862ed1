import { createAzureFacade } from './azure/createAzureFacade';
import { createAzurePortal } from './azure/createAzurePortal';
import { createKeyVaultFacade } from './azure/createKeyVaultFacade';
import { createBlobFacade } from './integrations/azure-blob/createBlobFacade';
import { createGithubFacade } from './integrations/github/createGithubFacade';
import { createGitlabFacade } from './integrations/gitlab/createGitlabFacade';
import { createGrafanaFacade } from './integrations/grafana/createGrafanaFacade';
import { createKubernetesFacade } from './integrations/kubernetes/createKubernetesFacade';
import { createMatomoFacade } from './integrations/matomo/createMatomoFacade';
import { createNextcloudFacade } from './integrations/nextcloud/createNextcloudFacade';
import { createOffice365Facade } from './integrations/office365/createOffice365Facade';
import { createSentryFacade } from './integrations/sentry/createSentryFacade';
import { createTipimailFacade } from './integrations/tipimail/createTipimailFacade';
import { createUpptimeFacade } from './integrations/upptime/createUpptimeFacade';
import { SandboxContext, SandboxSystem } from './kernel/Facade';
import { ServerCertificate } from './kernel/ensureServerCertificate';
import { createPostgres } from './postgres/createPostgres';

/**
 * Every system of the sandbox, in lanes: lanes start side by side, and within a lane each system
 * starts after the one before it.
 */
export function createFacades(
  context: SandboxContext,
  certificate: ServerCertificate,
): SandboxSystem[][] {
  const postgres = createPostgres(context, certificate);
  const blob = createBlobFacade(context);
  const azure = createAzureFacade(context, { postgres, blob });
  return [
    [postgres, blob, azure],
    [createAzurePortal(context)],
    [createKeyVaultFacade(context)],
    [createGithubFacade(context), createGitlabFacade(context)],
    [createKubernetesFacade(context, 'dev2')],
    [createKubernetesFacade(context, 'prod2')],
    [createSentryFacade(context)],
    [createMatomoFacade(context)],
    [createGrafanaFacade(context)],
    [createUpptimeFacade(context)],
    [createTipimailFacade(context)],
    [createNextcloudFacade(context)],
    [createOffice365Facade(context)],
  ];
}
