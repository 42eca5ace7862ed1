/** The person's language, from the locale of the terminal: French, or else English. */
export function readLanguage(env = process.env) {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return locale.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}

const language = readLanguage();

/** The sentence in the person's language. */
export function t(french, english) {
  return language === 'fr' ? french : english;
}
