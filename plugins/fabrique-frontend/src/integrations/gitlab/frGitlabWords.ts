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
  'gitlab.pipelineLacks_one':
    'Il manque à ce pipeline le dernier commit de GitHub',
  'gitlab.pipelineLacks_other':
    'Il manque à ce pipeline les {{count, number}} derniers commits de GitHub',
  'gitlab.mirrorFresh': 'miroir à jour ({{head}})',
  'gitlab.mirroredHead': 'miroir en {{mirror}}',
  'gitlab.heads': 'GitHub en {{source}}, miroir en {{mirror}}',
  'gitlab.behindSince': 'premier commit manquant {{time}}',
  'gitlab.mirrorCopied': 'miroir copié {{time}}',
  'gitlab.mirrorError': 'Dernière erreur : {{error}}',
  'gitlab.orphans_one':
    "Une branche n'existe que dans le miroir : {{branches}}.",
  'gitlab.orphans_other':
    "{{count, number}} branches n'existent que dans le miroir : {{branches}}.",
  'gitlab.otherOrphans_one': '{{count, number}} autre',
  'gitlab.otherOrphans_other': '{{count, number}} autres',
  'gitlab.deployed': '{{environment}} : {{ref}} déployé {{time}}',
  'gitlab.run.button': 'Relancer le miroir',
  'gitlab.run.running': 'GitLab copie le dépôt…',
  'gitlab.run.finished': 'Le miroir est à jour.',
  'gitlab.run.stillRunning':
    'GitLab copie encore le dépôt : la carte dira comment cela se termine.',
  'gitlab.run.failed': 'La copie a échoué.',
  'gitlab.run.failedBecause': 'La copie a échoué : {{error}}',
  'gitlab.run.refused':
    "Vous n'avez pas le droit de relancer ce miroir. Demandez à son équipe ou à l'équipe SRE.",
  'gitlab.run.portalFailed':
    "Le portail n'a pas pu relancer le miroir. Réessayez.",
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
