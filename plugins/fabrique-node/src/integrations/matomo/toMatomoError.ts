import { FailureKind } from '@socialgouv/backstage-plugin-fabrique-common';
import { createInvalidResponseError, UpstreamError } from '../../upstream';

const kinds: [RegExp, FailureKind][] = [
  [/authenticate|token|logged in/i, 'auth'],
  [/unexpected website|website.*(not|doesn't).*(found|exist)/i, 'not-found'],
  [/requires '?\w+'? access|access this resource|permission/i, 'forbidden'],
];

/**
 * Makes an error of Matomo's own words: with HTTP 200 they are all that tells one failure from the other.
 */
export function toMatomoError(words: string, name: string): UpstreamError {
  const kind = kinds.find(([pattern]) => pattern.test(words))?.[1];
  const detail = words.slice(0, 500);
  if (!kind) {
    return createInvalidResponseError({ service: 'Matomo', name }, detail);
  }
  return new UpstreamError(`Matomo ${name}: ${kind}`, { kind, detail });
}
