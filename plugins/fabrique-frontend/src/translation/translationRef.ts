import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { cardMessages } from './cardMessages';
import { frameMessages } from './frameMessages';
import { reasonMessages } from './reasonMessages';
import { scaffolderMessages } from './scaffolderMessages';

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
    ...cardMessages,
    ...reasonMessages,
    ...scaffolderMessages,
  },
  translations: { fr: () => import('./fr') },
});
