import { frGithubVerdictWords } from '@socialgouv/backstage-plugin-fabrique-common';
import { toVerdictMessages } from '../../translation/toVerdictMessages';

/** French of `githubWords`. */
export const frGithubWords = {
  ...toVerdictMessages('github', frGithubVerdictWords),
  'github.thing': 'Le dépôt GitHub {{name}}',
  'github.access': 'au dépôt {{name}}',
  'github.lastCommit': 'dernier commit {{time}}',
  'github.empty': 'le dépôt est vide',
  'github.archived': 'le dépôt est archivé',
  'github.pullRequests_zero': 'aucune pull request ouverte',
  'github.pullRequests_one': '{{count, number}} pull request ouverte',
  'github.pullRequests_other': '{{count, number}} pull requests ouvertes',
  'github.pullRequestsAtLeast':
    'au moins {{minimum, number}} pull requests ouvertes',
  'github.release': 'version {{tag}} {{time}}',
  'github.sharedCi': 'CI partagée {{ref}}',
  'github.rows': 'Pull requests ouvertes',
  'github.draft': 'brouillon',
};
