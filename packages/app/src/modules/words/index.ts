import {
  createFrontendModule,
  createTranslationResource,
} from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { frenchWords } from './frenchWords';

export const wordsModule = createFrontendModule({
  pluginId: 'app',
  extensions: frenchWords.map(({ ref, load }) =>
    TranslationBlueprint.make({
      // The name of an extension has no dot; the identifier of a reference may.
      name: ref.id.replaceAll('.', '-'),
      params: {
        resource: createTranslationResource({
          ref,
          translations: { fr: load },
        }),
      },
    }),
  ),
});
