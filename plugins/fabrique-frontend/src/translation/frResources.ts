import {
  ResourceType,
  resourceTypeWords,
} from '@socialgouv/backstage-plugin-fabrique-common';

/** French of `resourceMessages`. */
export const frResources = {
  'resources.title': 'Ressources',
  'resources.none': "Le portail n'a encore rien créé pour cette application.",
  'resources.failed':
    "Le portail n'a pas pu lire ce qu'il a créé pour cette application.",
  'resources.retry': 'Réessayer',
  'resources.list': 'Ce que le portail a créé pour cette application',
  'resources.created': 'créé {{time}}',
  'resources.asked': 'demandé {{time}}',
  'resources.request.open': 'en cours',
  'resources.request.done': 'fait {{time}}',
  'resources.request.refused': 'fermée sans suite {{time}}',
  'resources.request.answers_one': '{{count, number}} réponse',
  'resources.request.answers_other': '{{count, number}} réponses',
  'resources.adopted': 'repris {{time}}',
  'resources.making': 'en cours de création depuis {{time}}',
  'resources.removed': 'supprimé {{time}}',
  'resources.task': 'Voir la tâche',
  'resources.showRemoved_one': 'Afficher {{count, number}} ressource supprimée',
  'resources.showRemoved_other':
    'Afficher {{count, number}} ressources supprimées',
  'resources.hideRemoved': 'Masquer les ressources supprimées',
  'resources.undo': 'Annuler la tâche {{task}}…',
  ...typeMessages(),
  'approvals.lead':
    "Les demandes qui attendent l'accord de quelqu'un avant tout changement.",
  'approvals.none': "Rien n'attend d'approbation.",
  'approvals.failed': "Le portail n'a pas pu lire les demandes d'approbation.",
  'approvals.retry': 'Réessayer',
  'approvals.approved': 'Approuvé par {{person}} {{time}}',
  'approvals.refused': 'Refusé par {{person}} {{time}} : {{reason}}',
  'approvals.waitsFor': 'Un membre de {{group}} décide.',
  'approvals.plan': 'Ce qui va se passer',
  'approvals.settings_one': '{{count, number}} réglage qui va avec',
  'approvals.settings_other': '{{count, number}} réglages qui vont avec',
  'approvals.task': 'Voir la tâche',
  'approvals.approve': 'Approuver',
  'approvals.refuse': 'Refuser…',
  'approvals.confirmRefusal': 'Refuser',
  'approvals.cancel': 'Annuler',
  'approvals.reason': 'Motif, communiqué à la personne qui a demandé',
  'approvals.notDecided': "La décision n'a pas pu être enregistrée : {{error}}",
  'approvals.verb.create': 'créer',
  'approvals.verb.adopt': 'reprendre',
  'approvals.verb.update': 'modifier',
  'approvals.verb.nothing': 'inchangé',
};

function typeMessages() {
  return Object.fromEntries(
    Object.entries(resourceTypeWords.fr).map(([type, words]) => [
      `resources.type.${type}`,
      words,
    ]),
  ) as { [Type in ResourceType as `resources.type.${Type}`]: string };
}
