/** French of `githubWords`. */
export const frGithubWords = {
  'github.title': 'GitHub',
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
  'github.reason.sharedCiBehind':
    'la CI partagée est en {{ref}}, la plus récente est {{latest}}',
  'github.reason.unprotected': "la branche {{branch}} n'est pas protégée",
  'github.reason.securityAlerts_one':
    '{{count, number}} alerte de sécurité ouverte',
  'github.reason.securityAlerts_other':
    '{{count, number}} alertes de sécurité ouvertes',
};
