/** French of `gitlabWords`. */
export const frGitlabWords = {
  'gitlab.title': 'GitLab',
  'gitlab.thing': 'Le projet GitLab {{name}}',
  'gitlab.access': 'au projet {{name}}',
  'gitlab.succeeded': 'le dernier pipeline sur {{ref}} a réussi',
  'gitlab.latest': 'le dernier pipeline sur {{ref}} : {{status}}',
  'gitlab.inProgress': 'un pipeline est en cours sur {{ref}}',
  'gitlab.nothing': "aucun pipeline pour l'instant",
  'gitlab.rows': 'Derniers pipelines',
  'gitlab.stages': 'Étapes du dernier pipeline sur {{ref}}',
  'gitlab.mirrorFresh': 'miroir à jour',
  'gitlab.mirrorCopied': 'miroir copié {{time}}',
  'gitlab.orphans_one': "{{count, number}} branche n'existe que dans le miroir",
  'gitlab.orphans_other':
    "{{count, number}} branches n'existent que dans le miroir",
  'gitlab.deployed': '{{environment}} déployé {{time}}',
  'gitlab.failedJob': 'La tâche {{name}} a échoué',
  'gitlab.status.created': 'créé',
  'gitlab.status.waiting_for_resource': 'en attente',
  'gitlab.status.preparing': 'en préparation',
  'gitlab.status.pending': 'en attente',
  'gitlab.status.running': 'en cours',
  'gitlab.status.success': 'réussi',
  'gitlab.status.failed': 'échoué',
  'gitlab.status.canceled': 'annulé',
  'gitlab.status.skipped': 'sauté',
  'gitlab.status.manual': "attend quelqu'un",
  'gitlab.status.scheduled': 'planifié',
  'gitlab.reason.pipelineFailed': 'le dernier pipeline sur {{ref}} a échoué',
  'gitlab.reason.mirrorFailed': 'le miroir ne copie plus le dépôt',
  'gitlab.reason.mirrorBehind_one':
    'le miroir a {{count, number}} commit de retard',
  'gitlab.reason.mirrorBehind_other':
    'le miroir a {{count, number}} commits de retard',
  'gitlab.reason.mirrorLate': 'le miroir est en retard depuis {{duration}}',
  'gitlab.reason.pipelineLong':
    "un pipeline sur {{ref}} dure plus longtemps que d'habitude",
};
