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
  'github.sharedCiNewer': 'CI partagée {{ref}}, {{newer}} est sortie',
  'github.sharedCiNewest': 'CI partagée, toujours la plus récente',
  'github.branch': 'branche par défaut {{branch}}',
  'github.branchProtected': 'branche par défaut {{branch}}, protégée',
  'github.branchUnprotected': 'branche par défaut {{branch}}, non protégée',
  'github.visibility.public': 'dépôt public',
  'github.visibility.private': 'dépôt privé',
  'github.visibility.internal': 'dépôt interne',
  'github.alerts_one': '{{count, number}} alerte de sécurité',
  'github.alerts_other': '{{count, number}} alertes de sécurité',
  'github.rows': 'Pull requests ouvertes',
  'github.draft': 'brouillon',
};
