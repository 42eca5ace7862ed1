import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  circuitBreaker,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleWhen,
  IPolicy,
  retry,
  TaskCancelledError,
  timeout,
  TimeoutStrategy,
  wrap,
} from 'cockatiel';
import { FailureKind } from '@socialgouv/backstage-plugin-fabrique-common';
import { UpstreamError, isUpstreamError } from './UpstreamError';
import { withoutSecrets } from './withoutSecrets';
import { toUpstreamError } from './toUpstreamError';

const transientKinds = new Set(['unavailable', 'network', 'timeout']);
const retriedKinds = new Set(['unavailable', 'network']);

/**
 * How patient the portal is with one upstream.
 *
 * @public
 */
export interface UpstreamPolicyTuning {
  /** For one call with its retries. Defaults to 10 000. */
  timeoutMs?: number;
  /** Calls under way at once; others wait in line. Defaults to 8. */
  concurrency?: number;
  /** How long an upstream that failed five times in a row is left alone. Defaults to 15 000. */
  halfOpenAfterMs?: number;
  /** Told of every call when it has ended; must not throw. */
  onCall?: (call: UpstreamCall) => void;
}

/**
 * A call that has ended, with its retries.
 *
 * @public
 */
export interface UpstreamCall {
  /** Name of the upstream: `Sentry`. */
  service: string;
  /**
   * How it ended. `left-alone`: it was not made, as too many before it had failed or were waiting;
   * `given-up`: whoever asked no longer wanted to know.
   */
  result: 'ok' | 'left-alone' | 'given-up' | FailureKind;
  /** With the time in the line. */
  durationMs: number;
}

/**
 * Options of {@link createUpstreamPolicy}.
 *
 * @public
 */
export interface UpstreamPolicyOptions extends UpstreamPolicyTuning {
  /** Name of the upstream for messages: `Sentry`. */
  service: string;
  /** Credentials of the upstream, which are cut out of its own words. */
  secrets?: readonly string[];
}

/**
 * One call, described for messages and for the decision to retry.
 *
 * @public
 */
export interface UpstreamOperation {
  /** What was being done, in words without ids: `read issues`. */
  name: string;
  /** Only reads, and writes that may be repeated, are retried. */
  idempotent: boolean;
  signal?: AbortSignal;
}

/**
 * Time-out, retries, circuit breaker and bulkhead of one upstream.
 *
 * @public
 */
export interface UpstreamPolicy {
  /**
   * Runs one call. Whatever it throws arrives as an {@link UpstreamError}.
   */
  run<T>(
    operation: UpstreamOperation,
    call: (signal: AbortSignal) => Promise<T>,
  ): Promise<T>;
}

/**
 * Makes the policy of one upstream; share one per upstream, so that its breaker and its bulkhead
 * see all calls.
 *
 * @public
 */
export function createUpstreamPolicy(
  options: UpstreamPolicyOptions,
): UpstreamPolicy {
  const { service, timeoutMs = 10_000, concurrency = 8 } = options;
  const isTransient = (error: unknown) =>
    isUpstreamError(error) && transientKinds.has(error.kind);

  const breaker = circuitBreaker(handleWhen(isTransient), {
    halfOpenAfter: options.halfOpenAfterMs ?? 15_000,
    breaker: new ConsecutiveBreaker(5),
  });
  const limiter = bulkhead(concurrency, 1_000);
  const limit = timeout(timeoutMs, TimeoutStrategy.Aggressive);
  const repeated = retry(
    handleWhen(
      error =>
        isUpstreamError(error) &&
        retriedKinds.has(error.kind) &&
        // The upstream said when to come back.
        !error.retryAfter,
    ),
    { maxAttempts: 2, backoff: new ExponentialBackoff({ initialDelay: 200 }) },
  );
  // The breaker is outermost to see a call with its retries as one.
  const guard: IPolicy = wrap(breaker, limiter);
  const once: IPolicy = limit;
  const again: IPolicy = wrap(limit, repeated);

  const attempt = async <T>(
    operation: UpstreamOperation,
    call: (signal: AbortSignal) => Promise<T>,
    parent: AbortSignal,
  ): Promise<T> => {
    const described = { service, name: operation.name };
    // When the time runs out between two tries, the first try's failure says more than the time-out.
    let failedTry: UpstreamError | undefined;
    try {
      return await (operation.idempotent ? again : once).execute(
        async ({ signal }) => {
          try {
            return await call(signal);
          } catch (error) {
            if (signal.aborted && !parent.aborted) {
              throw createTimeoutError(described, timeoutMs, error);
            }
            failedTry = toUpstreamError(error, described);
            throw failedTry;
          }
        },
        parent,
      );
    } catch (error) {
      // The breaker must see time-outs, and not take those for one who gave up.
      if (!(error instanceof TaskCancelledError) || parent.aborted) throw error;
      throw failedTry ?? createTimeoutError(described, timeoutMs, error);
    }
  };

  let lastFailure: UpstreamError | undefined;
  const toFailure = (error: unknown, operation: UpstreamOperation) => {
    const described = { service, name: operation.name };
    if (operation.signal?.aborted) {
      return new UpstreamError(`${service} ${operation.name}: given up`, {
        kind: 'timeout',
        cause: error,
      });
    }
    if (error instanceof BrokenCircuitError) {
      return (
        lastFailure ??
        new UpstreamError(`${service} failed too often and is left alone`, {
          kind: 'unavailable',
          cause: error,
        })
      );
    }
    if (error instanceof BulkheadRejectedError) {
      return new UpstreamError(`${service} has too many calls waiting`, {
        kind: 'unavailable',
        cause: error,
      });
    }
    const failure = withoutSecrets(
      toUpstreamError(error, described),
      options.secrets ?? [],
    );
    if (isTransient(failure)) lastFailure = failure;
    return failure;
  };

  return {
    async run(operation, call) {
      const startedAt = performance.now();
      const tell = (result: UpstreamCall['result']) =>
        options.onCall?.({
          service,
          result,
          durationMs: performance.now() - startedAt,
        });
      try {
        const answer = await guard.execute(
          ({ signal }) => attempt(operation, call, signal),
          operation.signal,
        );
        tell('ok');
        return answer;
      } catch (error) {
        const failure = toFailure(error, operation);
        tell(toCallResult(error, operation, failure));
        throw failure;
      }
    },
  };
}

function toCallResult(
  error: unknown,
  operation: UpstreamOperation,
  failure: UpstreamError,
): UpstreamCall['result'] {
  if (operation.signal?.aborted) return 'given-up';
  return error instanceof BrokenCircuitError ||
    error instanceof BulkheadRejectedError
    ? 'left-alone'
    : failure.kind;
}

function createTimeoutError(
  operation: { service: string; name: string },
  timeoutMs: number,
  cause: unknown,
): UpstreamError {
  return new UpstreamError(
    `${operation.service} ${operation.name}: no answer in ${
      timeoutMs / 1000
    } s`,
    { kind: 'timeout', timeoutSeconds: timeoutMs / 1000, cause },
  );
}
