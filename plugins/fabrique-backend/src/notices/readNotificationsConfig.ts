import { Config } from '@backstage/config';
import { readDuration } from '../readDuration';
import { Language, messages } from '../words/messages';
import { NoticeRules } from './nextNotice';

/** How people are told of what happens, by the notifications of Backstage. */
export interface NotificationsConfig extends NoticeRules {
  /** Whether owners are told how their services are doing. */
  enabled: boolean;
  /** A notification is written once, for all who read it. */
  language: Language;
}

/**
 * Reads `fabrique.notifications`.
 *
 * @throws Error naming the key, if a value cannot be right.
 */
export function readNotificationsConfig(root: Config): NotificationsConfig {
  const key = 'fabrique.notifications';
  const config = root.getOptionalConfig(key);
  const language = config?.getOptionalString('language') ?? 'fr';
  if (!isLanguage(language)) {
    throw new Error(
      `${key}.language must be one of ${Object.keys(messages).join(', ')}`,
    );
  }
  return {
    enabled: config?.getOptionalBoolean('enabled') ?? true,
    language,
    confirmAfterMs: readDuration(config, 'confirmAfter', 5 * 60_000),
    atMostEveryMs: readDuration(config, 'atMostEvery', 60 * 60_000),
  };
}

function isLanguage(text: string): text is Language {
  return Object.keys(messages).includes(text);
}
