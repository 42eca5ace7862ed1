import { createInstance } from 'i18next';
import french from '../translation/fr';
import { messages as english } from '../translation/messages';
import { createFormat } from '../words/createFormat';
import { createWords, Words } from '../words/createWords';

const messages = {
  fr: french,
  en: english,
};

/**
 * Gives the sentences of the page without a page: through the same library, with the same settings, as
 * the translation API of Backstage's apps.
 *
 * @public
 */
export function createTestWords(language: keyof typeof messages): Words {
  const i18n = createInstance({
    lng: language,
    resources: { [language]: { fabrique: messages[language] } },
    defaultNS: 'fabrique',
    interpolation: { escapeValue: false },
    initImmediate: false,
  });
  i18n.init();
  return createWords(i18n.t as unknown as Words['t'], createFormat(language));
}
