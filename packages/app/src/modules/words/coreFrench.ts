import { coreComponentsTranslationRef } from '@backstage/core-components';
import {
  createTranslationMessages,
  createTranslationResource,
} from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { scaffolderReactTranslationRef } from '@backstage/plugin-scaffolder-react';

/** French for what one sees of Backstage on the way in. */
export const coreFrench = TranslationBlueprint.make({
  name: 'core-components',
  params: {
    resource: createTranslationResource({
      ref: coreComponentsTranslationRef,
      translations: {
        fr: async () => ({
          default: createTranslationMessages({
            ref: coreComponentsTranslationRef,
            full: false,
            messages: {
              'signIn.title': 'Connexion',
              'signIn.loginFailed': 'La connexion a échoué',
              'signIn.guestProvider.title': 'Invité',
              'signIn.guestProvider.subtitle':
                "Entrer en tant qu'invité du bac à sable.",
              'signIn.guestProvider.enter': 'Entrer',
              skipToContent: 'Aller au contenu',
              'copyTextButton.tooltipText': 'Copié',
              'errorPage.goBack': 'Revenir',
            },
          }),
        }),
      },
    }),
  },
});

/** French for the steps of the form that creates an application. */
export const scaffolderFrench = TranslationBlueprint.make({
  name: 'scaffolder-react',
  params: {
    resource: createTranslationResource({
      ref: scaffolderReactTranslationRef,
      translations: {
        fr: async () => ({
          default: createTranslationMessages({
            ref: scaffolderReactTranslationRef,
            full: false,
            messages: {
              'stepper.backButtonText': 'Retour',
              'stepper.nextButtonText': 'Suivant',
              'stepper.createButtonText': 'Créer',
              'stepper.reviewButtonText': 'Vérifier',
              'templateCard.chooseButtonText': 'Choisir',
              'templateCard.noDescription': 'Sans description',
              'templateCategoryPicker.title': 'Catégories',
            },
          }),
        }),
      },
    }),
  },
});
