import {
  FailureKind,
  FleetLevel,
  FleetService,
  PlanLine,
  toReasonParams,
  toResourceTitle,
  VerdictReason,
  verdictWords,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { createInstance } from 'i18next';
import { Language, messages } from './messages';

/** Sentences in one language, for those who read them outside the pages of the plugin. */
export interface Words {
  language: Language;
  t(key: string, params?: Record<string, unknown>): string;
  /** Name of a service; the id of one that the suite does not know. */
  serviceTitle(service: string): string;
  level(level: FleetLevel): string;
  /** `12 new errors since yesterday`, in lower case; the key of one that the suite does not know. */
  reason(reason: VerdictReason): string;
  failure(kind: FailureKind): string;
  /** A service of a component in one line: `problem: the site does not answer`. */
  service(service: FleetService): string;
  /** `Projet Sentry incubateur/domifa`; the title in the log of what has no type. */
  planned(line: PlanLine): string;
}

/** Makes the {@link Words} of a language. The sentences of verdicts are those of the pages. */
export function createWords(language: Language): Words {
  const i18n = createInstance({
    lng: language,
    resources: {
      [language]: {
        translation: { ...messages[language], service: verdictWords[language] },
      },
    },
    interpolation: { escapeValue: false },
    // With all texts at hand there is nothing to wait for.
    initImmediate: false,
  });
  i18n.init();
  const t: Words['t'] = (key, params) => i18n.t(key, { ...params });

  const words: Words = {
    language,
    t,
    serviceTitle: id => t(`service.${id}.title`, { defaultValue: id }),
    level: level => t(`level.${level}`),
    reason: reason =>
      t(`service.${reason.key.replace('.', '.reason.')}`, {
        ...toReasonParams(reason, seconds => toDuration(seconds, language)),
        defaultValue: reason.key,
      }),
    failure: kind => t(`failure.${kind}`),
    service: service => describeService(service, words),
    planned: line => toResourceTitle(line, language),
  };
  return words;
}

function describeService(
  { state, level = 'ok', reasons = [], failureKind }: FleetService,
  words: Words,
): string {
  if (state === 'failed') {
    return words.failure(failureKind ?? 'invalid-response');
  }
  if (state !== 'ok') return words.t(`state.${state}`);
  const text =
    reasons.length > 0
      ? words.t('withReasons', {
          level: words.level(level),
          reasons: reasons.map(words.reason).join(', '),
        })
      : words.level(level);
  return failureKind
    ? words.t('stale', { text, failure: words.failure(failureKind) })
    : text;
}

/** Seconds in the largest unit that tells them apart: `90 minutes`, `3 hours`. */
function toDuration(seconds: number, language: Language): string {
  const [unit, length] =
    [
      ['day', 86_400] as const,
      ['hour', 3_600] as const,
      ['minute', 60] as const,
    ].find(([, size]) => seconds >= 2 * size) ?? (['second', 1] as const);
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(seconds / length);
}
