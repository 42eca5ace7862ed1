import { IntegrationId } from '@socialgouv/backstage-plugin-fabrique-common';
import { FabriqueCard } from '../card/FabriqueCardBlueprint';
import { azureBlobCard } from './azure-blob/azureBlobCard';
import { azurePostgresCard } from './azure-postgres/azurePostgresCard';
import { githubCard } from './github/githubCard';
import { gitlabCard } from './gitlab/gitlabCard';
import { grafanaCard } from './grafana/grafanaCard';
import { kubernetesCard } from './kubernetes/kubernetesCard';
import { matomoCard } from './matomo/matomoCard';
import { nextcloudCard } from './nextcloud/nextcloudCard';
import { office365Card } from './office365/office365Card';
import { sentryCard } from './sentry/sentryCard';
import { tipimailCard } from './tipimail/tipimailCard';
import { upptimeCard } from './upptime/upptimeCard';

/** One card for each service, in the order of the page; the compiler names the one that is missing. */
export const integrationCards = {
  kubernetes: kubernetesCard,
  gitlab: gitlabCard,
  github: githubCard,
  upptime: upptimeCard,
  sentry: sentryCard,
  grafana: grafanaCard,
  matomo: matomoCard,
  'azure-postgres': azurePostgresCard,
  'azure-blob': azureBlobCard,
  tipimail: tipimailCard,
  nextcloud: nextcloudCard,
  office365: office365Card,
} satisfies { [Id in IntegrationId]: FabriqueCard };
