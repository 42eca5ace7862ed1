import { ResponseError } from '@backstage/errors';
import { FailureKind } from '@socialgouv/backstage-plugin-fabrique-common';
import {
  isUpstreamError,
  parseRetryAfter,
  toFailureKind,
  UpstreamError,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { TaskPaused } from './TaskPaused';

/** What to do about each kind of failure. */
export const remedies: Record<FailureKind, string> = {
  auth: "The portal's credentials are rejected: the SRE team must renew them.",
  forbidden:
    "The portal's credentials do not allow this: the SRE team must extend their rights.",
  'not-found':
    'Something that this step relies on does not exist: check the name and the configuration of the portal.',
  'rate-limited': 'Too many requests were made: wait a moment.',
  timeout: 'It did not answer in time: wait a moment.',
  unavailable: 'It is down: wait until it is back.',
  network:
    'It cannot be reached: check that it is up and that the portal has the right address.',
  'invalid-response': 'Change what it asks for, or tell the SRE team.',
  'misconfigured-link': 'Correct the link.',
};

/** Whether a system that was asked failed, and not what a person wants. */
export function isFailureOfSystem(error: unknown): boolean {
  return isUpstreamError(error) || isResponseError(error);
}

const longestPauseMs = 24 * 3_600_000;

/**
 * Makes a pause of the failure of an upstream that said when to come back; undefined when none did, or
 * only after a day.
 */
export function toPause(error: unknown, place: string): TaskPaused | undefined {
  if (!isUpstreamError(error) || !error.retryAfter) return undefined;
  const { retryAfter } = error;
  if (retryAfter.getTime() > Date.now() + longestPauseMs) return undefined;
  return new TaskPaused(
    `${place}: ${
      describeFailure(error).cause
    }, and may ask again at ${retryAfter.toISOString()}`,
    { resumeAt: retryAfter },
  );
}

/** What went wrong, in the upstream's own words where there are any, and what to do about it. */
export function describeFailure(error: unknown): {
  cause: string;
  remedy: string;
} {
  if (isUpstreamError(error)) {
    // The text that Backstage appends for the cause is an SDK's, and may hold an address.
    const [message] = error.message.split('; caused by ');
    const until = error.retryAfter
      ? ` The next try is allowed at ${error.retryAfter.toISOString()}.`
      : '';
    return {
      cause: error.detail ? `${message} ("${error.detail}")` : message,
      remedy: remedies[error.kind] + until,
    };
  }
  if (isResponseError(error)) return describeFailure(toCatalogError(error));
  const cause = error instanceof Error ? error.message : String(error);
  return {
    // What follows ends the sentence.
    cause: cause.replace(/\.$/, ''),
    remedy: 'Correct what it says, or tell the SRE team.',
  };
}

/** Only the client of the catalog throws it. Tells it from errors of other copies of the package. */
function isResponseError(error: unknown): error is ResponseError {
  return error instanceof Error && error.name === 'ResponseError';
}

function toCatalogError({ response, body }: ResponseError): UpstreamError {
  return new UpstreamError(`The catalog: HTTP ${response.status}`, {
    kind: toFailureKind(response.status),
    upstreamStatus: response.status,
    retryAfter: parseRetryAfter(response.headers.get('retry-after')),
    detail: body.error.message,
  });
}
