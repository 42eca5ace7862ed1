/** French of `reasonMessages`. */
export const frReasons = {
  'reason.other': 'un point est à regarder ({{key}})',
  'reason.kubernetes.noneReady_one':
    "la seule instance de « {{name}} » n'est pas prête",
  'reason.kubernetes.noneReady_other':
    "aucune des {{count, number}} instances de « {{name}} » n'est prête",
  'reason.kubernetes.fewerReady_one':
    'seulement {{count, number}} instance de « {{name}} » sur {{wanted, number}} est prête',
  'reason.kubernetes.fewerReady_other':
    'seulement {{count, number}} instances de « {{name}} » sur {{wanted, number}} sont prêtes',
  'reason.kubernetes.rolloutStuck':
    'le déploiement de « {{name}} » est bloqué depuis {{duration}}',
  'reason.kubernetes.restarts_one':
    '{{count, number}} redémarrage de « {{name}} » en une heure',
  'reason.kubernetes.restarts_other':
    '{{count, number}} redémarrages de « {{name}} » en une heure',
  'reason.kubernetes.outOfMemory': 'le pod {{name}} a manqué de mémoire',
  'reason.kubernetes.cronJobFailed':
    'la dernière exécution de la tâche planifiée {{name}} a échoué',
  'reason.gitlab.pipelineFailed': 'le dernier pipeline sur {{ref}} a échoué',
  'reason.gitlab.mirrorFailed': 'le miroir ne copie plus le dépôt',
  'reason.gitlab.mirrorBehind_one':
    'le miroir a {{count, number}} commit de retard',
  'reason.gitlab.mirrorBehind_other':
    'le miroir a {{count, number}} commits de retard',
  'reason.gitlab.mirrorLate': 'le miroir est en retard depuis {{duration}}',
  'reason.gitlab.pipelineLong':
    "un pipeline sur {{ref}} dure plus longtemps que d'habitude",
  'reason.github.sharedCiBehind':
    'la CI partagée est en {{ref}}, la plus récente est {{latest}}',
  'reason.github.unprotected': "la branche {{branch}} n'est pas protégée",
  'reason.github.securityAlerts_one':
    '{{count, number}} alerte de sécurité ouverte',
  'reason.github.securityAlerts_other':
    '{{count, number}} alertes de sécurité ouvertes',
  'reason.upptime.down': 'le site ne répond pas',
  'reason.upptime.contradiction':
    'UppTime dit que le site répond, mais seulement {{percent, number}} % de ses vérifications ont réussi',
  'reason.upptime.lowDay':
    'le site a répondu à {{percent, number}} % des vérifications en un jour',
  'reason.upptime.slow':
    "le site répond en {{ms, number}} ms, contre {{usual, number}} ms d'habitude",
  'reason.sentry.eventPeak_one':
    "{{count, number}} erreur en une heure, contre {{median, number}} d'habitude",
  'reason.sentry.eventPeak_other':
    "{{count, number}} erreurs en une heure, contre {{median, number}} d'habitude",
  'reason.sentry.newIssues_one':
    '{{count, number}} nouvelle erreur depuis hier',
  'reason.sentry.newIssues_other':
    '{{count, number}} nouvelles erreurs depuis hier',
  'reason.sentry.regressedIssues_one':
    '{{count, number}} erreur est revenue après correction',
  'reason.sentry.regressedIssues_other':
    '{{count, number}} erreurs sont revenues après correction',
  'reason.grafana.criticalAlert': 'alerte critique : {{name}}',
  'reason.grafana.alert': 'alerte : {{name}}',
  'reason.matomo.noVisits':
    "aucune visite depuis 24 h, contre {{expected, number}} d'habitude : le comptage est peut-être cassé",
  'reason.matomo.exemptionNotMet_one':
    "{{count, number}} condition de l'exemption CNIL n'est pas remplie",
  'reason.matomo.exemptionNotMet_other':
    "{{count, number}} conditions de l'exemption CNIL ne sont pas remplies",
};
