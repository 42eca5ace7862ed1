import { frFrame } from './frFrame';
import { frScaffolder } from './frScaffolder';
import { frServiceWords } from './frServiceWords';

const messages = { ...frFrame, ...frServiceWords, ...frScaffolder };

/** The French of the plugin; the compiler compares its keys with the English. */
export default keepPunctuationOnLine(messages);

/** French sets a space before `:` and inside `« »`, where a line must not end. */
function keepPunctuationOnLine<T extends Record<string, string>>(texts: T): T {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      text.replace(/ (?=[:;?!»])|(?<=«) /g, '\u00a0'),
    ]),
  ) as T;
}
