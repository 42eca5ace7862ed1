import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { scaffolderReactTranslationRef } from '@backstage/plugin-scaffolder-react';

/** French of the steps of the form that creates an application. */
export default createTranslationMessages({
  ref: scaffolderReactTranslationRef,
  full: false,
  messages: {
    'scaffolderPageContextMenu.moreLabel': 'plus',
    'scaffolderPageContextMenu.createLabel': 'Créer',
    'scaffolderPageContextMenu.editorLabel': 'Gérer les modèles',
    'scaffolderPageContextMenu.actionsLabel': 'Actions installées',
    'scaffolderPageContextMenu.tasksLabel': 'Créations',
    'scaffolderPageContextMenu.templatingExtensionsLabel':
      'Extensions de modèles',
    'stepper.backButtonText': 'Retour',
    'stepper.createButtonText': 'Créer',
    'stepper.reviewButtonText': 'Vérifier',
    'stepper.stepIndexLabel': 'Étape {{index, number}}',
    'stepper.nextButtonText': 'Suivant',
    'templateCategoryPicker.title': 'Catégories',
    'templateCard.noDescription': 'Sans description',
    'templateCard.chooseButtonText': 'Choisir',
    'cardHeader.detailBtnTitle': 'Voir le modèle au catalogue',
    'templateOutputs.title': 'Résultat',
    'workflow.noDescription': 'Sans description',
  },
});
