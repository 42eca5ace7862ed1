import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { catalogReactTranslationRef } from '@backstage/plugin-catalog-react';

/** French of the catalog's filters, columns and dialogs. */
export default createTranslationMessages({
  ref: catalogReactTranslationRef,
  full: false,
  messages: {
    'catalogFilter.title': 'Filtres',
    'catalogFilter.buttonTitle': 'Filtres',
    'entityKindPicker.title': 'Nature',
    'entityKindPicker.errorMessage':
      "Les natures d'éléments n'ont pas pu être lues",
    'entityLifecyclePicker.title': 'Cycle de vie',
    'entityNamespacePicker.title': 'Espace de noms',
    'entityOwnerPicker.title': 'Responsable',
    'entityProcessingStatusPicker.title': 'État du traitement',
    'entityTagPicker.title': 'Étiquettes',
    'entityPeekAheadPopover.title':
      "Ouvrez l'élément pour voir toutes ses étiquettes.",
    'entityPeekAheadPopover.emailCardAction.title': 'Écrire à {{email}}',
    'entityPeekAheadPopover.emailCardAction.subTitle': 'mailto {{email}}',
    'entityPeekAheadPopover.emailCardAction.ariaLabel': 'Courriel',
    'entityPeekAheadPopover.entityCardActionsAriaLabel': 'Afficher',
    'entityPeekAheadPopover.entityCardActionsTitle': 'Afficher les détails',
    'entitySearchBar.placeholder': 'Rechercher',
    'entityTypePicker.title': 'Type',
    'entityTypePicker.errorMessage':
      "Les types d'éléments n'ont pas pu être lus",
    'entityTypePicker.optionAllTitle': 'tous',
    'favoriteEntity.addToFavorites': 'Ajouter aux favoris',
    'favoriteEntity.removeFromFavorites': 'Retirer des favoris',
    'inspectEntityDialog.title': "Inspecteur d'élément",
    'inspectEntityDialog.closeButtonTitle': 'Fermer',
    'inspectEntityDialog.ancestryPage.title': 'Origine',
    'inspectEntityDialog.ancestryPage.description':
      "Voici les ancêtres de cet élément\u00a0: la suite des éléments dont les {{processorsLink}} d'autres, jusqu'à celui-ci. C'est sans rapport avec les relations.",
    'inspectEntityDialog.ancestryPage.processorsLink':
      'processeurs en ont produit',
    'inspectEntityDialog.colocatedPage.title': 'Voisinage',
    'inspectEntityDialog.colocatedPage.description':
      "Voici les éléments qui viennent de la même source que celui-ci, par exemple du même fichier YAML, ou de la même origine, par exemple de l'adresse enregistrée au départ.",
    'inspectEntityDialog.colocatedPage.alertNoLocation':
      "L'emplacement de cet élément n'est pas connu.",
    'inspectEntityDialog.colocatedPage.alertNoEntity':
      'Aucun autre élément à cet emplacement.',
    'inspectEntityDialog.colocatedPage.locationHeader': 'Au même emplacement',
    'inspectEntityDialog.colocatedPage.originHeader': 'De la même origine',
    'inspectEntityDialog.colocatedPage.entityListAriaLabel': 'Éléments voisins',
    'inspectEntityDialog.jsonPage.title': 'Élément en JSON',
    'inspectEntityDialog.jsonPage.description':
      "Voici l'élément tel que le catalogue le donne, en JSON.",
    'inspectEntityDialog.overviewPage.title': 'Aperçu',
    'inspectEntityDialog.overviewPage.relation.title': 'Relations',
    'inspectEntityDialog.overviewPage.status.title': 'État',
    'inspectEntityDialog.overviewPage.identity.title': 'Identité',
    'inspectEntityDialog.overviewPage.metadata.title': 'Métadonnées',
    'inspectEntityDialog.overviewPage.annotations': 'Annotations',
    'inspectEntityDialog.overviewPage.labels': 'Libellés',
    'inspectEntityDialog.overviewPage.tags': 'Étiquettes',
    'inspectEntityDialog.overviewPage.copyAriaLabel': 'Copier {{label}}',
    'inspectEntityDialog.overviewPage.copiedStatus': 'Copié',
    'inspectEntityDialog.overviewPage.helpLinkAriaLabel': 'En savoir plus',
    'inspectEntityDialog.yamlPage.title': 'Élément en YAML',
    'inspectEntityDialog.yamlPage.description':
      "Voici l'élément tel que le catalogue le donne, en YAML.",
    'inspectEntityDialog.tabNames.overview': 'Aperçu',
    'inspectEntityDialog.tabNames.ancestry': 'Origine',
    'inspectEntityDialog.tabNames.colocated': 'Voisinage',
    'inspectEntityDialog.tabNames.json': 'JSON brut',
    'inspectEntityDialog.tabNames.yaml': 'YAML brut',
    'inspectEntityDialog.tabsAriaLabel': "Vues de l'inspecteur",
    'unregisterEntityDialog.title':
      'Voulez-vous vraiment retirer cet élément du catalogue\u00a0?',
    'unregisterEntityDialog.cancelButtonTitle': 'Annuler',
    'unregisterEntityDialog.deleteButtonTitle': "Supprimer l'élément",
    'unregisterEntityDialog.deleteEntitySuccessMessage':
      'Élément {{entityName}} supprimé',
    'unregisterEntityDialog.bootstrapState.title':
      "Vous ne pouvez pas retirer cet élément\u00a0: il vient d'une configuration protégée (emplacement «\u00a0{{location}}\u00a0»). Si cela vous semble une erreur, écrivez à l'équipe de {{appTitle}}.",
    'unregisterEntityDialog.bootstrapState.advancedDescription':
      "Vous pouvez supprimer l'élément lui-même. Ne le faites que si son fichier a été supprimé ou déplacé\u00a0; sinon, l'élément reviendra à la prochaine actualisation du catalogue.",
    'unregisterEntityDialog.bootstrapState.advancedOptions': 'Options avancées',
    'unregisterEntityDialog.onlyDeleteStateTitle':
      "Cet élément ne semble pas venir d'un emplacement enregistré. Il ne peut qu'être supprimé.",
    'unregisterEntityDialog.unregisterState.title':
      'Ces éléments seront retirés du catalogue\u00a0:',
    'unregisterEntityDialog.unregisterState.subTitle':
      'Ils viennent de cet emplacement\u00a0:',
    'unregisterEntityDialog.unregisterState.description':
      "Pour revenir en arrière, enregistrez à nouveau l'élément dans {{appTitle}}.",
    'unregisterEntityDialog.unregisterState.unregisterButtonTitle':
      "Retirer l'emplacement",
    'unregisterEntityDialog.unregisterState.advancedOptions':
      'Options avancées',
    'unregisterEntityDialog.unregisterState.advancedDescription':
      "Vous pouvez aussi supprimer l'élément lui-même. Ne le faites que si son fichier a été supprimé ou déplacé\u00a0; sinon, l'élément reviendra à la prochaine actualisation du catalogue.",
    'unregisterEntityDialog.errorStateTitle':
      'Erreur interne\u00a0: état inconnu',
    'userListPicker.defaultOrgName': 'Organisation',
    'userListPicker.personalFilter.title': 'Mes éléments',
    'userListPicker.personalFilter.ownedLabel': 'Gérés',
    'userListPicker.personalFilter.starredLabel': 'Favoris',
    'userListPicker.orgFilterAllLabel': 'Tout',
    'entityTableColumnTitle.name': 'Nom',
    'entityTableColumnTitle.system': 'Système',
    'entityTableColumnTitle.owner': 'Responsable',
    'entityTableColumnTitle.type': 'Type',
    'entityTableColumnTitle.lifecycle': 'Cycle de vie',
    'entityTableColumnTitle.namespace': 'Espace de noms',
    'entityTableColumnTitle.description': 'Description',
    'entityTableColumnTitle.tags': 'Étiquettes',
    'entityTableColumnTitle.targets': 'Cibles',
    'entityTableColumnTitle.title': 'Titre',
    'entityTableColumnTitle.label': 'Libellé',
    'entityTableColumnTitle.domain': 'Domaine',
    'entityRelationCard.emptyHelpLinkTitle': 'Voir comment en ajouter.',
    'missingAnnotationEmptyState.title': 'Annotation manquante',
    'missingAnnotationEmptyState.readMore': 'En savoir plus',
    'missingAnnotationEmptyState.annotationYaml':
      "Ajoutez l'annotation au YAML de votre {{entityKind}}, comme dans l'exemple surligné ci-dessous\u00a0:",
    'missingAnnotationEmptyState.generateDescription_one':
      "L'annotation {{annotations}} manque. Ajoutez-la à votre {{entityKind}} pour activer cet outil.",
    'missingAnnotationEmptyState.generateDescription_other':
      'Les annotations {{annotations}} manquent. Ajoutez-les à votre {{entityKind}} pour activer cet outil.',
  },
});
