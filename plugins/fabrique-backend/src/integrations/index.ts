import { IntegrationId } from '@socialgouv/backstage-plugin-fabrique-common';
import { azureBlobProvider } from './azure-blob/azureBlobProvider';
import { azurePostgresProvider } from './azure-postgres/azurePostgresProvider';
import { githubProvider } from './github/githubProvider';
import { gitlabProvider } from './gitlab/gitlabProvider';
import { grafanaProvider } from './grafana/grafanaProvider';
import { kubernetesProvider } from './kubernetes/kubernetesProvider';
import { matomoProvider } from './matomo/matomoProvider';
import { nextcloudProvider } from './nextcloud/nextcloudProvider';
import { office365Provider } from './office365/office365Provider';
import { ProviderFactory } from './ProviderFactory';
import { sentryProvider } from './sentry/sentryProvider';
import { tipimailProvider } from './tipimail/tipimailProvider';
import { upptimeProvider } from './upptime/upptimeProvider';

/** The suite's own services. */
export const providerFactories = {
  kubernetes: kubernetesProvider,
  gitlab: gitlabProvider,
  github: githubProvider,
  upptime: upptimeProvider,
  sentry: sentryProvider,
  grafana: grafanaProvider,
  matomo: matomoProvider,
  'azure-postgres': azurePostgresProvider,
  'azure-blob': azureBlobProvider,
  tipimail: tipimailProvider,
  nextcloud: nextcloudProvider,
  office365: office365Provider,
} satisfies { [Id in IntegrationId]: ProviderFactory<Id> };
