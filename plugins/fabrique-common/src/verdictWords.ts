import {
  frKubernetesVerdictWords,
  kubernetesVerdictWords,
} from './integrations/kubernetes';
import {
  frGitlabVerdictWords,
  gitlabVerdictWords,
} from './integrations/gitlab';
import {
  frGithubVerdictWords,
  githubVerdictWords,
} from './integrations/github';
import {
  frUpptimeVerdictWords,
  upptimeVerdictWords,
} from './integrations/upptime';
import {
  frSentryVerdictWords,
  sentryVerdictWords,
} from './integrations/sentry';
import {
  frGrafanaVerdictWords,
  grafanaVerdictWords,
} from './integrations/grafana';
import {
  frMatomoVerdictWords,
  matomoVerdictWords,
} from './integrations/matomo';
import {
  azureBlobVerdictWords,
  frAzureBlobVerdictWords,
} from './integrations/azure-blob';
import {
  azurePostgresVerdictWords,
  frAzurePostgresVerdictWords,
} from './integrations/azure-postgres';
import {
  frTipimailVerdictWords,
  tipimailVerdictWords,
} from './integrations/tipimail';
import {
  frNextcloudVerdictWords,
  nextcloudVerdictWords,
} from './integrations/nextcloud';
import {
  frOffice365VerdictWords,
  office365VerdictWords,
} from './integrations/office365';
import type { IntegrationId } from './integrations';
import { VerdictWords } from './verdict';

/**
 * What the verdict of every service is said with, for those who have no translations of the frontend:
 * notifications, the fleet's CSV, assistants.
 *
 * @public
 */
export const verdictWords = {
  en: {
    kubernetes: kubernetesVerdictWords,
    gitlab: gitlabVerdictWords,
    github: githubVerdictWords,
    upptime: upptimeVerdictWords,
    sentry: sentryVerdictWords,
    grafana: grafanaVerdictWords,
    matomo: matomoVerdictWords,
    'azure-postgres': azurePostgresVerdictWords,
    'azure-blob': azureBlobVerdictWords,
    tipimail: tipimailVerdictWords,
    nextcloud: nextcloudVerdictWords,
    office365: office365VerdictWords,
  },
  fr: {
    kubernetes: frKubernetesVerdictWords,
    gitlab: frGitlabVerdictWords,
    github: frGithubVerdictWords,
    upptime: frUpptimeVerdictWords,
    sentry: frSentryVerdictWords,
    grafana: frGrafanaVerdictWords,
    matomo: frMatomoVerdictWords,
    'azure-postgres': frAzurePostgresVerdictWords,
    'azure-blob': frAzureBlobVerdictWords,
    tipimail: frTipimailVerdictWords,
    nextcloud: frNextcloudVerdictWords,
    office365: frOffice365VerdictWords,
  },
} satisfies {
  [language: string]: { [Id in IntegrationId]: VerdictWords };
};
