import { IntegrationId } from '@socialgouv/backstage-plugin-fabrique-common';
import { kubernetesWords } from '../integrations/kubernetes/kubernetesWords';
import { gitlabWords } from '../integrations/gitlab/gitlabWords';
import { githubWords } from '../integrations/github/githubWords';
import { upptimeWords } from '../integrations/upptime/upptimeWords';
import { sentryWords } from '../integrations/sentry/sentryWords';
import { grafanaWords } from '../integrations/grafana/grafanaWords';
import { matomoWords } from '../integrations/matomo/matomoWords';
import { azureBlobWords } from '../integrations/azure-blob/azureBlobWords';
import { azurePostgresWords } from '../integrations/azure-postgres/azurePostgresWords';
import { tipimailWords } from '../integrations/tipimail/tipimailWords';
import { nextcloudWords } from '../integrations/nextcloud/nextcloudWords';
import { office365Words } from '../integrations/office365/office365Words';

/** What every service's words hold beside those of its card. */
interface ServiceWords {
  readonly title: string;
  readonly thing: string;
  readonly access: string;
  /** In place of the sentence that all services have for a link to nothing. */
  readonly notFound?: string;
  readonly reason: { readonly [key: string]: string };
}

/** What the page says of each service, written in the service's own folder. */
export const serviceWords = {
  kubernetes: kubernetesWords,
  gitlab: gitlabWords,
  github: githubWords,
  upptime: upptimeWords,
  sentry: sentryWords,
  grafana: grafanaWords,
  matomo: matomoWords,
  'azure-postgres': azurePostgresWords,
  'azure-blob': azureBlobWords,
  tipimail: tipimailWords,
  nextcloud: nextcloudWords,
  office365: office365Words,
} satisfies { [Id in IntegrationId]: ServiceWords };
