import { frKubernetesWords } from '../integrations/kubernetes/frKubernetesWords';
import { frGitlabWords } from '../integrations/gitlab/frGitlabWords';
import { frGithubWords } from '../integrations/github/frGithubWords';
import { frUpptimeWords } from '../integrations/upptime/frUpptimeWords';
import { frSentryWords } from '../integrations/sentry/frSentryWords';
import { frGrafanaWords } from '../integrations/grafana/frGrafanaWords';
import { frMatomoWords } from '../integrations/matomo/frMatomoWords';
import { frAzureBlobWords } from '../integrations/azure-blob/frAzureBlobWords';
import { frAzurePostgresWords } from '../integrations/azure-postgres/frAzurePostgresWords';
import { frTipimailWords } from '../integrations/tipimail/frTipimailWords';
import { frNextcloudWords } from '../integrations/nextcloud/frNextcloudWords';
import { frOffice365Words } from '../integrations/office365/frOffice365Words';

/** French of `serviceWords`. */
export const frServiceWords = {
  ...frKubernetesWords,
  ...frGitlabWords,
  ...frGithubWords,
  ...frUpptimeWords,
  ...frSentryWords,
  ...frGrafanaWords,
  ...frMatomoWords,
  ...frAzurePostgresWords,
  ...frAzureBlobWords,
  ...frTipimailWords,
  ...frNextcloudWords,
  ...frOffice365Words,
};
