/** Where the app keeps the language that a person chose in the settings. */
const storageKey = 'language';

/**
 * Lets the browser's language decide until a person chooses one in the settings: the app itself
 * starts in its default language whatever the browser says.
 */
export function preferBrowserLanguage(options: {
  available: string[];
  languages: readonly string[];
  storage: Pick<Storage, 'getItem' | 'setItem'>;
}): void {
  const { available, languages, storage } = options;
  if (storage.getItem(storageKey)) return;
  const preferred = languages
    .map(language => language.split('-')[0])
    .find(language => available.includes(language));
  if (preferred) storage.setItem(storageKey, preferred);
}
