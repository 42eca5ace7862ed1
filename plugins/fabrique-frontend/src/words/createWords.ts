import { TranslationFunction } from '@backstage/frontend-plugin-api';
import {
  AnnotationFinding,
  AnnotationDefinition,
  Failure,
  integrationAnnotations,
  IntegrationId,
  toFindingParams,
  toReasonParams,
  VerdictReason,
} from '@socialgouv/backstage-plugin-fabrique-common';
import type { fabriqueTranslationRef } from '../translation/translationRef';
import { Format } from './createFormat';

/** What a failure is about. */
export interface FailedThing {
  service: string;
  /** Name of the linked thing in its tool. */
  name?: string;
  /** Annotation that links it. */
  annotation?: string;
}

/** The plugin's sentences in the reader's language. */
export interface Words {
  t: TranslationFunction<typeof fabriqueTranslationRef.T>;
  format: Format;
  /** A sentence whose key comes with an answer; undefined where the plugin has none. */
  find(key: string, params?: Record<string, unknown>): string | undefined;
  /** Name of a service; the id of one that the plugin does not know. */
  serviceTitle(service: string): string;
  /** `12 new errors since yesterday`, in lower case. */
  reason(reason: VerdictReason): string;
  /** What went wrong and what to do about it. */
  failure(failure: Failure, thing: FailedThing): string;
  /** What is wrong with an annotation, and what to do about it. */
  finding(finding: AnnotationFinding): string;
}

/** Makes the {@link Words} of one language; pure. */
export function createWords(t: Words['t'], format: Format): Words {
  // Keys that come with the answer cannot be known to the compiler; a test compares them with the messages.
  const translate = t as unknown as (
    key: string,
    params?: Record<string, unknown>,
  ) => string;
  const find = (key: string, params?: Record<string, unknown>) => {
    const text = translate(key, params);
    return text === key ? undefined : text;
  };

  const words: Words = {
    t,
    format,
    find,
    serviceTitle: service => find(`${service}.title`) ?? service,
    reason: reason =>
      find(
        reason.key.replace('.', '.reason.'),
        toReasonParams(reason, format.duration),
      ) ?? t('other.reason', { key: reason.key }),
    failure: (failure, thing) => describeFailure(failure, thing),
    finding: finding =>
      find(
        `finding.${finding.code}`,
        toFindingParams(finding, format.language),
      ) ?? t('annotations.other', { name: finding.params.name }),
  };
  return words;

  function describeFailure(
    failure: Failure,
    { service, name = '', annotation }: FailedThing,
  ): string {
    const title = words.serviceTitle(service);
    const definitions: readonly AnnotationDefinition[] =
      integrationAnnotations[service as IntegrationId] ?? [];
    // That of one environment has its name after it: `….prod`.
    const definition =
      definitions.find(({ name: known }) => annotation === known) ??
      definitions.find(({ name: known }) =>
        annotation?.startsWith(`${known}.`),
      ) ??
      definitions[0];
    const link = annotation ?? definition?.name ?? '';
    const noun = (kind: 'thing' | 'access') =>
      (
        find(`${service}.${kind}`, { name }) ?? t(`other.${kind}`, { name })
      ).trim();

    switch (failure.kind) {
      case 'forbidden':
        return t('failure.forbidden', { thing: noun('access') });
      case 'not-found':
        return (
          find(`${service}.notFound`, { annotation: link }) ??
          t('failure.not-found', { thing: noun('thing'), annotation: link })
        );
      case 'rate-limited':
        return failure.retryAfter
          ? t('failure.rate-limited', {
              service: title,
              time: format.time(failure.retryAfter),
            })
          : t('failure.rate-limited-soon', { service: title });
      case 'timeout':
        return failure.timeoutSeconds
          ? t('failure.timeout', {
              service: title,
              duration: format.duration(failure.timeoutSeconds),
            })
          : t('failure.timeout-unknown', { service: title });
      case 'unavailable':
        return failure.upstreamStatus
          ? t('failure.unavailable', {
              service: title,
              status: String(failure.upstreamStatus),
            })
          : t('failure.unavailable-unknown', { service: title });
      case 'invalid-response':
        return failure.reference
          ? t('failure.invalid-response', {
              service: title,
              reference: failure.reference,
            })
          : t('failure.invalid-response-unknown', { service: title });
      case 'misconfigured-link':
        return t('failure.misconfigured-link', {
          annotation: link,
          example: definition?.example ?? '',
        });
      case 'auth':
      case 'network':
        return t(`failure.${failure.kind}`, { service: title });
      default:
        // A newer backend may know more kinds than this page does.
        return t('failure.unavailable-unknown', { service: title });
    }
  }
}
