import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { messages } from './messages';

/**
 * Every sentence of the plugin: English here, French beside it.
 * Override it in an app with `TranslationBlueprint`.
 *
 * @public
 */
export const fabriqueTranslationRef = createTranslationRef({
  id: 'plugin.fabrique',
  messages,
  translations: { fr: () => import('./fr') },
});
