import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { orgTranslationRef } from '@backstage/plugin-org';

/** French of the pages of teams and people. */
export default createTranslationMessages({
  ref: orgTranslationRef,
  full: false,
  messages: {
    'groupProfileCard.groupNotFound': 'Équipe introuvable',
    'groupProfileCard.editIconButtonTitle': 'Modifier les métadonnées',
    'groupProfileCard.refreshIconButtonTitle': "Demander l'actualisation",
    'groupProfileCard.refreshIconButtonAriaLabel': 'Actualiser',
    'groupProfileCard.listItemTitle.entityRef': 'Référence au catalogue',
    'groupProfileCard.listItemTitle.email': 'Courriel',
    'groupProfileCard.listItemTitle.parentGroup': 'Équipe parente',
    'groupProfileCard.listItemTitle.childGroups': 'Sous-équipes',
    'membersListCard.cardLabel': 'Page de {{memberName}}',
    'membersListCard.title': 'Membres de {{groupName}}',
    'membersListCard.noMembersDescription': "Cette équipe n'a pas de membre.",
    'membersListCard.noSearchResult':
      'Aucun membre ne correspond à «\u00a0{{searchTerm}}\u00a0».',
    'membersListCard.aggregateMembersToggle.label': 'Avec les sous-équipes',
    'ownershipCard.title': 'Responsabilités',
    'ownershipCard.aggregateRelationsToggle.label':
      'Avec les responsabilités indirectes',
    'userProfileCard.userNotFound': 'Personne introuvable',
    'userProfileCard.editIconButtonTitle': 'Modifier les métadonnées',
    'userProfileCard.listItemTitle.email': 'Courriel',
    'userProfileCard.listItemTitle.memberOf': 'Membre de',
    'userProfileCard.moreGroupButtonTitle': '… Plus ({{number}})',
    'userProfileCard.allGroupDialog.title':
      'Toutes les équipes de {{name}}\u00a0:',
    'userProfileCard.allGroupDialog.closeButtonTitle': 'Fermer',
  },
});
