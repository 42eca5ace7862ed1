import { frGitlabVerdictWords } from '@socialgouv/backstage-plugin-fabrique-common';
import { toVerdictMessages } from '../../translation/toVerdictMessages';

/** French of `gitlabWords`. */
export const frGitlabWords = {
  ...toVerdictMessages('gitlab', frGitlabVerdictWords),
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
};
