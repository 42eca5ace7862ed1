import { Entity } from '@backstage/catalog-model';
import { createExtensionPoint } from '@backstage/backend-plugin-api';
import {
  AnnotationDefinition,
  Environment,
  LinkedThing,
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
> {
  /** The service's id: `sentry`. */
  readonly id: string;
  /** What links an entity to this service. */
  readonly annotation: AnnotationDefinition;
  /** How long an answer counts as fresh, in milliseconds. */
  readonly freshForMs: number;
  /**
   * What to ask for an entity, or undefined when the entity says nothing of this service. Targets
   * are plain data: equal targets share one answer among all entities and viewers.
   *
   * @throws UpstreamError of kind `misconfigured-link` if the annotation cannot be understood.
   */
  toTarget(entity: Entity, environment: Environment): Target | undefined;
  /**
   * What to ask for an entity that says nothing of this service, where a naming rule tells it. An
   * upstream that knows no such thing means that the entity is not linked.
   */
  deriveTarget?(entity: Entity, environment: Environment): Target | undefined;
  /** How the linked thing is called, and where it is. */
  describe(target: Target): LinkedThing;
  /**
   * Asks the upstream. All viewers wait for the same call.
   *
   * @throws UpstreamError
   */
  load(target: Target, options: { signal: AbortSignal }): Promise<View>;
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
  addProvider(provider: IntegrationProvider<any, any>): void;
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
