import { keepPunctuationOnLine } from '@socialgouv/backstage-plugin-fabrique-common';
import { frFindings } from './findingMessages';
import { frFrame } from './frFrame';
import { frPages } from './frPages';
import { frResources } from './frResources';
import { frScaffolder } from './frScaffolder';
import { frServiceWords } from './frServiceWords';

const messages = {
  ...frFrame,
  ...frFindings,
  ...frServiceWords,
  ...frPages,
  ...frResources,
  ...frScaffolder,
};

/** The French of the plugin; the compiler compares its keys with the English. */
export default keepPunctuation(messages);

function keepPunctuation<T extends Record<string, string>>(texts: T): T {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      keepPunctuationOnLine(text),
    ]),
  ) as T;
}
