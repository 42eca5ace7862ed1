import {
  appLanguageApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { fabriqueTranslationRef } from '../translation/translationRef';
import { createFormat } from './createFormat';
import { createWords, Words } from './createWords';

export type { Words } from './createWords';

/** Gives the plugin's sentences in the language of the app. */
export function useWords(): Words {
  const { t } = useTranslationRef(fabriqueTranslationRef);
  const { language } = useApi(appLanguageApiRef).getLanguage();
  return useMemo(() => createWords(t, createFormat(language)), [t, language]);
}

/** Starts a sentence: the messages that may follow a name are written in lower case. */
export function toSentenceCase(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
