import { Entity } from '@backstage/catalog-model';
import { createExtensionPoint } from '@backstage/backend-plugin-api';
import {
  AnnotationDefinition,
  Environment,
  LinkedThing,
  ServiceScope,
  Verdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { JsonObject } from '@backstage/types';

/**
 * One service of the overview. The built-in services and those of third parties are given in this form.
 *
 * @public
 */
export interface IntegrationProvider<
  View extends object = object,
  Target extends JsonObject = JsonObject,
  Answer extends object = View,
> {
  /** The service's id: `sentry`. */
  readonly id: string;
  /** What links an entity to this service. */
  readonly annotation: AnnotationDefinition;
  /** What an answer is about; `environment` by default. */
  readonly scope?: ServiceScope;
  /** How long an answer counts as fresh, in milliseconds. */
  readonly freshForMs: number;
  /**
   * How many targets a minute the fleet asks at most, so that people who look at a page keep most of
   * what the upstream allows. Defaults to 20.
   */
  readonly fleetTargetsPerMinute?: number;
  /**
   * What to ask for an entity, or undefined when the entity says nothing of this service. Targets
   * are plain data: equal targets share one answer among all entities and viewers.
   *
   * @param branch - a review branch that runs in `dev`; only those of scope `branch` are given one.
   * @throws UpstreamError of kind `misconfigured-link` if the annotation cannot be understood.
   */
  toTarget(
    entity: Entity,
    environment: Environment,
    branch?: string,
  ): Target | undefined;
  /**
   * What to ask for an entity that says nothing of this service, where a naming rule tells it. An
   * upstream that knows no such thing means that the entity is not linked.
   */
  deriveTarget?(
    entity: Entity,
    environment: Environment,
    branch?: string,
  ): Target | undefined;
  /** How the linked thing is called, and where it is. */
  describe(target: Target): LinkedThing;
  /**
   * Asks the upstream. All viewers wait for the same call.
   *
   * @throws UpstreamError
   */
  load(target: Target, options: { signal: AbortSignal }): Promise<Answer>;
  /**
   * Takes the view of one environment, or of one review branch, out of an answer about several; pure.
   * Without it, the answer is the view.
   */
  toView?(answer: Answer, environment: Environment, branch?: string): View;
  /** Review branches that an answer tells of; pure. */
  toReviewBranches?(answer: Answer): string[];
  /** Judges a view; pure. */
  toVerdict(view: View, now: Date): Verdict;
}

/**
 * Where modules of the fabrique backend add services.
 *
 * @public
 */
export interface FabriqueProvidersExtensionPoint {
  /** Adds a service. @throws Error if its id is taken. */
  addProvider(provider: IntegrationProvider<any, any, any>): void;
}

/**
 * Extension point for services that the suite does not know.
 *
 * @public
 */
export const fabriqueProvidersExtensionPoint =
  createExtensionPoint<FabriqueProvidersExtensionPoint>({
    id: 'fabrique.providers',
  });
