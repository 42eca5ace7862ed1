import { FailureKind } from '@socialgouv/backstage-plugin-fabrique-common';
import { isUpstreamError } from '@socialgouv/backstage-plugin-fabrique-node';

const remedies: Record<FailureKind, string> = {
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
  return {
    cause: error instanceof Error ? error.message : String(error),
    remedy: 'Correct what it says, or tell the SRE team.',
  };
}
