/**
 * A text that is shown to people, in the languages of the suite.
 *
 * @public
 */
export interface LocalizedText {
  en: string;
  fr: string;
}

/**
 * The text in a language: French, or else English.
 *
 * @param language - BCP 47 tag: `fr`, `fr-CA`, `en`
 *
 * @public
 */
export function localize(text: LocalizedText, language: string): string {
  return /^fr\b/i.test(language) ? keepPunctuationOnLine(text.fr) : text.en;
}

/**
 * French sets a space before `:` and inside `« »`, where a line must not end.
 *
 * @public
 */
export function keepPunctuationOnLine(french: string): string {
  return french.replace(/ (?=[:;?!»])|(?<=«) /g, '\u00a0');
}
