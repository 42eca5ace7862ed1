import { randomUUID } from 'crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import {
  Environment,
  EntityOverview,
  integrationAnnotations,
  IntegrationId,
  IntegrationResult,
  IntegrationViews,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  IntegrationProvider,
  isUpstreamError,
  toFailure,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { AnswerCache } from './AnswerCache';

/** How long a first viewer waits for the slowest service before the page is given without it. */
const firstAnswerWaitMs = 1_500;

/** Gathers what every service says of one entity. */
export class OverviewService {
  readonly #providers: Map<string, IntegrationProvider>;
  readonly #answers: AnswerCache;
  readonly #logger: LoggerService;

  constructor(options: {
    providers: IntegrationProvider<any, any>[];
    answers: AnswerCache;
    logger: LoggerService;
  }) {
    this.#logger = options.logger;
    this.#providers = new Map(options.providers.map(p => [p.id, p]));
    this.#answers = options.answers;
  }

  /**
   * Every service's state; never rejects for an upstream's or a service's sake, never waits for one that answered
   * before, and for a new one {@link firstAnswerWaitMs} at most.
   */
  async read(
    entity: Entity,
    environment: Environment,
  ): Promise<EntityOverview> {
    const ids = new Set<string>([
      ...Object.keys(integrationAnnotations),
      ...this.#providers.keys(),
    ]);
    const entries = await Promise.all(
      [...ids].map(async id => [
        id,
        await this.#readService(id, entity, environment).catch(error =>
          this.#toFault(id, entity, error),
        ),
      ]),
    );
    return {
      entityRef: stringifyEntityRef(entity),
      environment,
      services: Object.fromEntries(entries),
    };
  }

  async #readService(
    id: string,
    entity: Entity,
    environment: Environment,
  ): Promise<IntegrationResult> {
    const provider = this.#providers.get(id);
    if (!provider) return { state: 'not-configured' };
    const { annotation } = provider;
    let target: JsonObject | undefined;
    try {
      target = provider.toTarget(entity, environment);
    } catch (error) {
      if (!isUpstreamError(error)) throw error;
      return {
        state: 'failed',
        annotation: annotation.name,
        failure: toFailure(error),
      };
    }
    if (target) return this.#readTarget(provider, target);
    const notLinked: IntegrationResult = {
      state: 'not-linked',
      annotation: annotation.name,
      example: annotation.example,
    };
    const derived = provider.deriveTarget?.(entity, environment);
    if (!derived) return notLinked;
    const result = await this.#readTarget(provider, derived);
    const isAbsent =
      result.state === 'failed' && result.failure.kind === 'not-found';
    return isAbsent ? notLinked : result;
  }

  /** A fault of one service's own code, or an answer that an older version left, hides no other card. */
  #toFault(id: string, entity: Entity, error: unknown): IntegrationResult {
    const reference = randomUUID().slice(0, 8);
    this.#logger.error(`Service ${id} cannot be shown`, {
      entityRef: stringifyEntityRef(entity),
      reference,
      error: toError(error).message,
    });
    return {
      state: 'failed',
      failure: {
        kind: 'invalid-response',
        message: `Service ${id} cannot be shown`,
        reference,
      },
    };
  }

  async #readTarget(
    provider: IntegrationProvider,
    target: JsonObject,
  ): Promise<IntegrationResult> {
    const linked = provider.describe(target);
    const answer = await this.#answers.read(
      {
        key: `${provider.id}:${JSON.stringify(target)}`,
        freshForMs: provider.freshForMs,
        ask: options => provider.load(target, options),
      },
      firstAnswerWaitMs,
    );
    if (!answer) return { state: 'pending', linked };
    const { value, fetchedAt, failure, renewing } = answer;
    if (value && fetchedAt) {
      return {
        state: 'ok',
        linked,
        view: value as IntegrationViews[IntegrationId],
        verdict: provider.toVerdict(value, new Date()),
        fetchedAt,
        ...(failure && { stale: true, failure }),
        ...(renewing && { renewing }),
      };
    }
    return {
      state: 'failed',
      linked,
      annotation: provider.annotation.name,
      failure: failure!,
    };
  }
}
