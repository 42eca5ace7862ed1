import { randomUUID } from 'crypto';
import { CacheService, LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
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

/** A question to an upstream. Equal targets of one service share one answer. */
export interface Question {
  /** Id of the service. */
  service: string;
  target: JsonObject;
  freshForMs: number;
  ask(options: { signal: AbortSignal }): Promise<object>;
}

interface Renewal {
  answer: Promise<CachedAnswer>;
  /** Whether the answer goes into the cache; a viewer may come while the background asks. */
  keep: boolean;
}

/** Who was the first to want an answer. */
export type Asker = 'viewer' | 'background';

/** Called after an upstream was asked; must not throw. */
export type AnswerListener = (
  question: Question,
  answer: CachedAnswer,
  askedBy: Asker,
) => void;

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
  readonly #onAnswer?: AnswerListener;
  readonly #underWay = new Map<string, Renewal>();

  constructor(options: {
    cache: CacheService;
    logger: LoggerService;
    /** For one call of an upstream, as configured; a question may take twice as long. */
    callTimeoutMs?: number;
    onAnswer?: AnswerListener;
  }) {
    this.#cache = options.cache;
    this.#logger = options.logger;
    this.#timeoutMs = options.callTimeoutMs
      ? 2 * options.callTimeoutMs
      : defaultTimeoutMs;
    this.#onAnswer = options.onAnswer;
  }

  /**
   * Gives what is known, waiting for a first answer until `givenUp` at most.
   *
   * @returns the answer, with `renewing` while a newer one is being fetched; undefined when there is
   *   none yet.
   */
  async read(
    question: Question,
    givenUp: Promise<undefined>,
  ): Promise<(CachedAnswer & { renewing?: true }) | undefined> {
    const key = toKey(question);
    const known = await this.#get(key);
    if (known && !isDue(known, question.freshForMs)) return known;
    const renewal = this.#renew(key, question, known, {
      keep: true,
      askedBy: 'viewer',
    });
    // A failure is news enough: a card that fell silent at each new try would flicker.
    if (known) return { ...known, renewing: true };
    return Promise.race([renewal, givenUp]);
  }

  /**
   * Gives an answer that is fresh, or why there is none, waiting for it.
   *
   * @param options - with `keep`, the answer is kept even where nobody has asked before. Without, the
   *   cache does not grow with the number of things that are asked in the background.
   */
  async readFresh(
    question: Question,
    options: { keep: boolean },
  ): Promise<CachedAnswer> {
    const key = toKey(question);
    const known = await this.#get(key);
    if (known && !isDue(known, question.freshForMs)) return known;
    return this.#renew(key, question, known, {
      ...options,
      askedBy: 'background',
    });
  }

  /** Asks again, whatever is known: something has just changed what the answer is. */
  async renew(question: Question): Promise<void> {
    const key = toKey(question);
    // One that is under way may have been asked before the change.
    await this.#underWay.get(key)?.answer;
    await this.#renew(key, question, await this.#get(key), {
      keep: true,
      askedBy: 'viewer',
    });
  }

  #renew(
    key: string,
    question: Question,
    known: CachedAnswer | undefined,
    options: { keep: boolean; askedBy: Asker },
  ): Promise<CachedAnswer> {
    const { keep, askedBy } = options;
    const underWay = this.#underWay.get(key);
    if (underWay) {
      underWay.keep ||= keep;
      return underWay.answer;
    }
    const renewal: Renewal = {
      keep: keep || known !== undefined,
      answer: this.#tryAsk(key, question, known)
        .then(async answer => {
          if (renewal.keep) await this.#set(key, answer);
          this.#onAnswer?.(question, answer, askedBy);
          return answer;
        })
        .finally(() => this.#underWay.delete(key)),
    };
    this.#underWay.set(key, renewal);
    return renewal.answer;
  }

  async #tryAsk(
    key: string,
    question: Question,
    known?: CachedAnswer,
  ): Promise<CachedAnswer> {
    try {
      const value = await withinTime(question, this.#timeoutMs);
      return { value, fetchedAt: new Date().toISOString() };
    } catch (error) {
      return {
        ...known,
        failure: this.#toFailure(key, error),
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
      const kept = await this.#cache.get(key);
      return typeof kept === 'string' ? JSON.parse(kept) : undefined;
    } catch (error) {
      this.#logger.warn('The cache cannot be read', toError(error));
      return undefined;
    }
  }

  async #set(key: string, answer: CachedAnswer): Promise<void> {
    try {
      // As one text: what caches do with each field costs ten times what reading the text does.
      await this.#cache.set(key, JSON.stringify(answer), { ttl: keepForMs });
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

function toKey({ service, target }: Question): string {
  return `${service}:${JSON.stringify(target)}`;
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
