import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { searchTranslationRef } from '@backstage/plugin-search';

/** French of the search. */
export default createTranslationMessages({
  ref: searchTranslationRef,
  full: false,
  messages: {
    'searchModal.viewFullResults': 'Voir tous les résultats',
    'searchType.allResults': 'Tous les résultats',
    'searchType.tabs.allTitle': 'Tout',
    'searchType.accordion.allTitle': 'Tout',
    'searchType.accordion.collapse': 'Replier',
    'searchType.accordion.numberOfResults': 'Résultats : {{number}}',
    'sidebarSearchModal.title': 'Rechercher',
  },
});
