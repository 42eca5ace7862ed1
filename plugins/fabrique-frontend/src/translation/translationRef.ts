import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { findingMessages } from './findingMessages';
import { frameMessages } from './frameMessages';
import { scaffolderMessages } from './scaffolderMessages';
import { serviceWords } from './serviceWords';

/**
 * Every sentence of the plugin: English here, French beside it.
 * Override it in an app with `TranslationBlueprint`.
 *
 * @public
 */
export const fabriqueTranslationRef = createTranslationRef({
  id: 'plugin.fabrique',
  messages: {
    ...frameMessages,
    ...findingMessages,
    ...serviceWords,
    ...scaffolderMessages,
  },
  translations: { fr: () => import('./fr') },
});
