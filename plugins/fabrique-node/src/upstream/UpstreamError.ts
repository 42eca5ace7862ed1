import {
  Failure,
  FailureKind,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { CustomErrorBase } from '@backstage/errors';

/**
 * An upstream did not give what was asked. `kind` says why, in the closed list of the suite.
 *
 * @remarks
 *
 * It has no field named `status` or `statusCode`: Backstage's error middleware would answer with it.
 * The message names the service and the operation, never a query string, a header or a body.
 *
 * @public
 */
export class UpstreamError extends CustomErrorBase {
  name = 'UpstreamError' as const;
  readonly kind: FailureKind;
  readonly upstreamStatus?: number;
  /** When the upstream allows the next try. */
  readonly retryAfter?: Date;
  /** The upstream's own words, for a log or a task, already free of secrets. */
  readonly detail?: string;
  readonly timeoutSeconds?: number;
  /** Links what a person sees to a line of the log. */
  readonly reference?: string;
  /** Which annotation cannot be understood, of a `misconfigured-link`. */
  readonly annotation?: string;

  constructor(
    message: string,
    options: {
      kind: FailureKind;
      upstreamStatus?: number;
      retryAfter?: Date;
      detail?: string;
      timeoutSeconds?: number;
      reference?: string;
      annotation?: string;
      cause?: unknown;
    },
  ) {
    // Not through the base class, which adds the cause's message to this one: an SDK's holds addresses,
    // headers and bodies, and this one reaches the browser.
    super(message);
    Object.defineProperty(this, 'cause', {
      value: options.cause,
      configurable: true,
      // Nor where an error is written down as JSON.
      enumerable: false,
    });
    this.kind = options.kind;
    this.upstreamStatus = options.upstreamStatus;
    this.retryAfter = options.retryAfter;
    this.detail = options.detail;
    this.timeoutSeconds = options.timeoutSeconds;
    this.reference = options.reference;
    this.annotation = options.annotation;
  }
}

/**
 * Asks whether an error is an {@link UpstreamError}, across copies of this package.
 *
 * @public
 */
export function isUpstreamError(error: unknown): error is UpstreamError {
  return error instanceof Error && error.name === 'UpstreamError';
}

/**
 * What of an error may reach a browser.
 *
 * @public
 */
export function toFailure(error: UpstreamError): Failure {
  return {
    kind: error.kind,
    message: error.message,
    ...(error.retryAfter && { retryAfter: error.retryAfter.toISOString() }),
    ...(error.upstreamStatus && { upstreamStatus: error.upstreamStatus }),
    ...(error.timeoutSeconds && { timeoutSeconds: error.timeoutSeconds }),
    ...(error.reference && { reference: error.reference }),
  };
}
