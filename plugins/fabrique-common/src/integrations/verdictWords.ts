import { frKubernetesVerdictWords, kubernetesVerdictWords } from './kubernetes';
import { frGitlabVerdictWords, gitlabVerdictWords } from './gitlab';
import { frGithubVerdictWords, githubVerdictWords } from './github';
import { frUpptimeVerdictWords, upptimeVerdictWords } from './upptime';
import { frSentryVerdictWords, sentryVerdictWords } from './sentry';
import { frGrafanaVerdictWords, grafanaVerdictWords } from './grafana';
import { frMatomoVerdictWords, matomoVerdictWords } from './matomo';
import { azureBlobVerdictWords, frAzureBlobVerdictWords } from './azure-blob';
import {
  azurePostgresVerdictWords,
  frAzurePostgresVerdictWords,
} from './azure-postgres';
import { frTipimailVerdictWords, tipimailVerdictWords } from './tipimail';
import { frNextcloudVerdictWords, nextcloudVerdictWords } from './nextcloud';
import { frOffice365VerdictWords, office365VerdictWords } from './office365';
import type { IntegrationId } from './index';
import { VerdictWords } from '../verdictWords';

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
