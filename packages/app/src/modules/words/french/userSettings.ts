import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { userSettingsTranslationRef } from '@backstage/plugin-user-settings';

/** French of the settings. */
export default createTranslationMessages({
  ref: userSettingsTranslationRef,
  full: false,
  messages: {
    'languageToggle.title': 'Langue',
    'languageToggle.description': 'Changer de langue',
    'languageToggle.select': 'Choisir la langue {{language}}',
    'themeToggle.title': 'Thème',
    'themeToggle.description': 'Changer de thème',
    'themeToggle.select': 'Choisir {{theme}}',
    'themeToggle.selectAuto': 'Choisir le thème automatique',
    'themeToggle.names.light': 'Clair',
    'themeToggle.names.dark': 'Sombre',
    'themeToggle.names.auto': 'Automatique',
    'signOutMenu.title': 'Se déconnecter',
    'signOutMenu.moreIconTitle': 'plus',
    'pinToggle.title': 'Épingler le menu',
    'pinToggle.description': 'Empêcher le menu de se replier',
    'pinToggle.switchTitles.unpin': 'Détacher le menu',
    'pinToggle.switchTitles.pin': 'Épingler le menu',
    'pinToggle.ariaLabelTitle': 'Interrupteur du menu épinglé',
    'identityCard.title': 'Identité au catalogue',
    'identityCard.noIdentityTitle': 'Aucune identité au catalogue',
    'identityCard.userEntity': 'Personne',
    'identityCard.ownershipEntities': 'Responsable au titre de',
    'defaultProviderSettings.description':
      'Vous identifie auprès des API de {{provider}}',
    'emptyProviders.title': "Aucun fournisseur d'identité",
    'emptyProviders.description':
      "Vous pouvez ajouter au portail des fournisseurs d'identité, qui serviront à vous identifier.",
    'emptyProviders.action.title':
      'Ouvrez app-config.yaml et faites les changements surlignés ci-dessous\u00a0:',
    'emptyProviders.action.readMoreButtonTitle': 'En savoir plus',
    'providerSettingsItem.title.signIn': 'Se connecter à {{title}}',
    'providerSettingsItem.title.signOut': 'Se déconnecter de {{title}}',
    'providerSettingsItem.buttonTitle.signIn': 'Se connecter',
    'providerSettingsItem.buttonTitle.signOut': 'Se déconnecter',
    'authProviders.title': 'Fournisseurs disponibles',
    'defaultSettingsPage.tabsTitle.general': 'Général',
    'defaultSettingsPage.tabsTitle.authProviders': "Fournisseurs d'identité",
    'defaultSettingsPage.tabsTitle.featureFlags': "Fonctions à l'essai",
    'featureFlags.title': "Fonctions à l'essai",
    'featureFlags.description':
      'Rechargez la page après avoir changé une fonction',
    'featureFlags.emptyFlags.title': "Aucune fonction à l'essai",
    'featureFlags.emptyFlags.description':
      "Les extensions peuvent proposer ici des fonctions à l'essai, que chacun active s'il le souhaite.",
    'featureFlags.emptyFlags.action.title':
      'Un exemple de déclaration est surligné ci-dessous\u00a0:',
    'featureFlags.emptyFlags.action.readMoreButtonTitle': 'En savoir plus',
    'featureFlags.filterTitle': 'Filtrer',
    'featureFlags.clearFilter': 'Effacer le filtre',
    'featureFlags.flagItem.title.disable': 'Désactiver',
    'featureFlags.flagItem.title.enable': 'Activer',
    'featureFlags.flagItem.subtitle.registeredInApplication':
      'Déclarée par le portail',
    'featureFlags.flagItem.subtitle.registeredInPlugin':
      "Déclarée par l'extension {{pluginId}}",
    'settingsLayout.title': 'Paramètres',
    sidebarTitle: 'Paramètres',
    'profileCard.title': 'Profil',
    'appearanceCard.title': 'Apparence',
  },
});
