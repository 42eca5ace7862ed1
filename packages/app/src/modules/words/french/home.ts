import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { homeTranslationRef } from '@backstage/plugin-home';

/** French of favourites and visits; the portal has a home page of its own. */
export default createTranslationMessages({
  ref: homeTranslationRef,
  full: false,
  messages: {
    'starredEntityListItem.removeFavoriteEntityTitle': 'Retirer des favoris',
    'visitList.empty.title': 'Aucune visite pour le moment.',
    'visitList.empty.description':
      'Les pages que vous visitez apparaîtront ici\u00a0: vous pourrez y revenir en un clic.',
    'visitList.few.title': 'Plus vous visitez de pages, plus il y en aura ici.',
    'visitList.disabled.title': 'Le suivi des visites est désactivé.',
    'visitList.disabled.description':
      'Activez-le dans app-config.yaml pour retrouver ici les pages que vous visitez le plus souvent et les dernières visitées.',
    'starredEntities.noStarredEntitiesMessage':
      "Cliquez sur l'étoile à côté d'un nom pour l'ajouter à cette liste.",
    'visitedByType.action.viewMore': 'Voir plus',
    'visitedByType.action.viewLess': 'Voir moins',
  },
});
