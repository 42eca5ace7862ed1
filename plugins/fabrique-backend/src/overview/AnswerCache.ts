import { randomUUID } from 'crypto';
import { CacheService, LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { Failure } from '@socialgouv/backstage-plugin-fabrique-common';
import {
  isUpstreamError,
  toFailure,
  UpstreamError,
} from '@socialgouv/backstage-plugin-fabrique-node';

/** The last good answer to a question, and why it could not be renewed since. */
export interface CachedAnswer {
  value?: object;
  /** ISO 8601. */
  fetchedAt?: string;
  failure?: Failure;
  /** ISO 8601; set together with `failure`. */
  failedAt?: string;
}

/** A question to an upstream. */
export interface Question {
  /** Equal keys share one answer. */
  key: string;
  freshForMs: number;
  ask(options: { signal: AbortSignal }): Promise<object>;
}

const keepForMs = 7 * 24 * 3_600_000;
/** How long an upstream that failed is not asked the same again, unless it says so itself. */
const failureRestMs = 10_000;
const longestRestMs = 5 * 60_000;
/** For all calls of one question together; each call has a limit of its own, half of this. */
const defaultTimeoutMs = 20_000;

/**
 * Answers that all viewers share: the last good one is given at once and renewed in the background,
 * with one request under way for each question.
 */
export class AnswerCache {
  readonly #cache: CacheService;
  readonly #logger: LoggerService;
  readonly #timeoutMs: number;
  readonly #underWay = new Map<string, Promise<CachedAnswer>>();

  constructor(options: {
    cache: CacheService;
    logger: LoggerService;
    /** For one call of an upstream, as configured; a question may take twice as long. */
    callTimeoutMs?: number;
  }) {
    this.#cache = options.cache;
    this.#logger = options.logger;
    this.#timeoutMs = options.callTimeoutMs
      ? 2 * options.callTimeoutMs
      : defaultTimeoutMs;
  }

  /**
   * Gives what is known, waiting for a first answer for `waitMs` at most.
   *
   * @returns the answer, with `renewing` while a newer one is being fetched; undefined when there is
   *   none yet.
   */
  async read(
    question: Question,
    waitMs: number,
  ): Promise<(CachedAnswer & { renewing?: true }) | undefined> {
    const known = await this.#get(question.key);
    if (known && !isDue(known, question.freshForMs)) return known;
    const renewal = this.#renew(question, known);
    if (known?.value) return { ...known, renewing: true };
    return Promise.race([renewal, after(waitMs)]);
  }

  #renew(question: Question, known?: CachedAnswer): Promise<CachedAnswer> {
    const underWay = this.#underWay.get(question.key);
    if (underWay) return underWay;
    const renewal = this.#ask(question, known).finally(() =>
      this.#underWay.delete(question.key),
    );
    this.#underWay.set(question.key, renewal);
    return renewal;
  }

  async #ask(question: Question, known?: CachedAnswer): Promise<CachedAnswer> {
    const answer = await this.#tryAsk(question, known);
    await this.#set(question.key, answer);
    return answer;
  }

  async #tryAsk(
    question: Question,
    known?: CachedAnswer,
  ): Promise<CachedAnswer> {
    try {
      const value = await withinTime(question, this.#timeoutMs);
      return { value, fetchedAt: new Date().toISOString() };
    } catch (error) {
      return {
        ...known,
        failure: this.#toFailure(question.key, error),
        failedAt: new Date().toISOString(),
      };
    }
  }

  #toFailure(key: string, thrown: unknown): Failure {
    const error = isUpstreamError(thrown)
      ? thrown
      : new UpstreamError('The answer could not be read', {
          kind: 'invalid-response',
          reference: randomUUID().slice(0, 8),
          cause: thrown,
        });
    this.#logger.warn(error.message, {
      question: key,
      kind: error.kind,
      ...(error.reference && { reference: error.reference }),
      ...(error.detail && { detail: error.detail }),
      ...(!isUpstreamError(thrown) && { error: toError(thrown).message }),
    });
    return toFailure(error);
  }

  // The cache is a convenience: without it every viewer still gets an answer, from the upstream.
  async #get(key: string): Promise<CachedAnswer | undefined> {
    try {
      return (await this.#cache.get(key)) as CachedAnswer | undefined;
    } catch (error) {
      this.#logger.warn('The cache cannot be read', toError(error));
      return undefined;
    }
  }

  async #set(key: string, answer: CachedAnswer): Promise<void> {
    try {
      await this.#cache.set(key, JSON.parse(JSON.stringify(answer)), {
        ttl: keepForMs,
      });
    } catch (error) {
      this.#logger.warn('The cache cannot be written', toError(error));
    }
  }
}

/** A service that does not end when it is told to would be under way for ever, and never asked again. */
async function withinTime(
  question: Question,
  timeoutMs: number,
): Promise<object> {
  const signal = AbortSignal.timeout(timeoutMs);
  const ended = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => {
      const seconds = timeoutMs / 1000;
      reject(
        new UpstreamError(`No answer in ${seconds} s`, {
          kind: 'timeout',
          timeoutSeconds: seconds,
        }),
      );
    });
  });
  return Promise.race([ended, question.ask({ signal })]);
}

function isDue(answer: CachedAnswer, freshForMs: number): boolean {
  const now = Date.now();
  if (answer.failure && answer.failedAt) {
    const failedAt = Date.parse(answer.failedAt);
    const retryAfter = Date.parse(answer.failure.retryAfter ?? '') || 0;
    // An upstream that names a time gone by is not asked by every viewer either.
    const restUntil = Math.max(retryAfter, failedAt + failureRestMs);
    return now >= Math.min(restUntil, failedAt + longestRestMs);
  }
  return !answer.fetchedAt || now - Date.parse(answer.fetchedAt) >= freshForMs;
}

function after(ms: number): Promise<undefined> {
  return new Promise(resolve => {
    setTimeout(resolve, ms, undefined).unref();
  });
}
