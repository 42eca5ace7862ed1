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
  isReviewBranch,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  IntegrationProvider,
  isUpstreamError,
  toFailure,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { AnswerCache } from './AnswerCache';
import { Patience } from './Patience';
import { toQuestion } from './toQuestion';

interface Place {
  environment: Environment;
  /** A review branch, in `dev`. */
  branch?: string;
}

/** What a service says, and the review branches that its answer tells of, where it tells of any. */
interface ServiceReading {
  result: IntegrationResult;
  reviewBranches?: string[];
}

/** Gathers what every service says of one entity. */
export class OverviewService {
  readonly #providers: Map<string, IntegrationProvider<any, any, any>>;
  readonly #answers: AnswerCache;
  readonly #logger: LoggerService;

  constructor(options: {
    providers: IntegrationProvider<any, any, any>[];
    answers: AnswerCache;
    logger: LoggerService;
  }) {
    this.#logger = options.logger;
    this.#providers = new Map(options.providers.map(p => [p.id, p]));
    this.#answers = options.answers;
  }

  /**
   * Every service's state; never rejects for an upstream's or a service's sake, never waits for one that
   * answered before, and for new ones as {@link Patience} says.
   *
   * @param branch - shows a review branch, where `environment` is `dev`. No service is asked about a
   *   branch that none knows: it is the `missingBranch` of the answer.
   */
  async read(
    entity: Entity,
    environment: Environment,
    branch?: string,
  ): Promise<EntityOverview> {
    const ids = new Set<string>([
      ...Object.keys(integrationAnnotations),
      ...this.#providers.keys(),
    ]);
    const readings = await this.#readServices(ids, entity, { environment });
    const reviewBranches = toReviewBranches(readings);
    const isMissing = branch && this.#isMissing(branch, readings);
    if (branch && !isMissing) {
      const ofBranch = [...ids].filter(id => this.#tellsBranchesApart(id));
      const place = { environment, branch };
      const more = await this.#readServices(ofBranch, entity, place);
      more.forEach((reading, id) => readings.set(id, reading));
    }
    return {
      entityRef: stringifyEntityRef(entity),
      environment,
      ...(branch && { [isMissing ? 'missingBranch' : 'branch']: branch }),
      ...(reviewBranches.length > 0 && { reviewBranches }),
      services: Object.fromEntries(
        [...readings].map(([id, { result }]) => [id, result]),
      ) as EntityOverview['services'],
    };
  }

  #tellsBranchesApart(id: string): boolean {
    return this.#providers.get(id)?.scope === 'branch';
  }

  /** Whether all who should know a branch have answered, and none knows it. */
  #isMissing(branch: string, readings: Map<string, ServiceReading>): boolean {
    const known = [...readings]
      .filter(
        ([id, { result }]) =>
          this.#tellsBranchesApart(id) && result.state !== 'not-linked',
      )
      .map(([, { reviewBranches }]) => reviewBranches);
    return known.every(branches => branches && !branches.includes(branch));
  }

  async #readServices(
    ids: Iterable<string>,
    entity: Entity,
    place: Place,
  ): Promise<Map<string, ServiceReading>> {
    const patience = new Patience();
    const entries = await Promise.all(
      [...ids].map(
        async id =>
          [
            id,
            await this.#readService(id, entity, place, patience).catch(
              error => ({
                result: this.#toFault(id, entity, error),
              }),
            ),
          ] as const,
      ),
    );
    return new Map(entries);
  }

  async #readService(
    id: string,
    entity: Entity,
    place: Place,
    patience: Patience,
  ): Promise<ServiceReading> {
    const provider = this.#providers.get(id);
    if (!provider) return { result: { state: 'not-configured' } };
    const { annotation } = provider;
    const { environment, branch } = place;
    let target: JsonObject | undefined;
    try {
      target = provider.toTarget(entity, environment, branch);
    } catch (error) {
      if (!isUpstreamError(error)) throw error;
      return {
        result: {
          state: 'failed',
          annotation: error.annotation ?? annotation.name,
          failure: toFailure(error),
        },
      };
    }
    if (target) return this.#readTarget(provider, target, place, patience);
    const notLinked: ServiceReading = {
      result: {
        state: 'not-linked',
        annotation: annotation.name,
        example: annotation.example,
      },
    };
    const derived = provider.deriveTarget?.(entity, environment, branch);
    if (!derived) return notLinked;
    const reading = await this.#readTarget(provider, derived, place, patience);
    const { result } = reading;
    const isAbsent =
      result.state === 'failed' && result.failure.kind === 'not-found';
    return isAbsent ? notLinked : reading;
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
    { environment, branch }: Place,
    patience: Patience,
  ): Promise<ServiceReading> {
    const linked = provider.describe(target);
    const answer = await this.#answers.read(
      toQuestion(provider, target),
      patience.over,
    );
    if (!answer) return { result: { state: 'pending', linked } };
    patience.hasAnswer();
    const { value, fetchedAt, failure, renewing } = answer;
    if (value && fetchedAt) {
      const view = provider.toView?.(value, environment, branch) ?? value;
      return {
        result: {
          state: 'ok',
          linked,
          view: view as IntegrationViews[IntegrationId],
          verdict: provider.toVerdict(view, new Date()),
          scope: provider.scope ?? 'environment',
          fetchedAt,
          ...(failure && { stale: true, failure }),
          ...(renewing && { renewing }),
        },
        reviewBranches: provider.toReviewBranches?.(value),
      };
    }
    return {
      result: {
        state: 'failed',
        linked,
        annotation: provider.annotation.name,
        failure: failure!,
        ...(renewing && { renewing }),
      },
    };
  }
}

function toReviewBranches(readings: Map<string, ServiceReading>): string[] {
  const names = [...readings.values()].flatMap(
    ({ reviewBranches = [] }) => reviewBranches,
  );
  return [...new Set(names)].filter(isReviewBranch).sort();
}
