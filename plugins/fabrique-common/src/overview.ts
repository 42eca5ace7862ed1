import { Environment, ServiceScope } from './environment';
import { Failure } from './failure';
import { IntegrationId, IntegrationViews } from './integrations';
import { Verdict } from './verdict';

/**
 * The thing that an entity is linked to, in its own tool.
 *
 * @public
 */
export interface LinkedThing {
  /** Its name there: `domifa-backend`, `SocialGouv/domifa`. */
  title: string;
  /** Its page there. */
  url?: string;
}

/**
 * What is known of one service of one entity.
 *
 * @public
 */
export type IntegrationResult<Id extends IntegrationId = IntegrationId> =
  | {
      state: 'ok';
      linked: LinkedThing;
      view: IntegrationViews[Id];
      verdict: Verdict;
      /** What the view is about; absent with an older backend. */
      scope?: ServiceScope;
      /** ISO 8601 time at which the upstream gave this view. */
      fetchedAt: string;
      /** Set when this is the last good answer and it could not be renewed; `failure` says why. */
      stale?: true;
      failure?: Failure;
      /** A newer answer is being fetched; ask again in a moment. */
      renewing?: true;
    }
  /** Asked for the first time and not answered yet; ask again in a moment. */
  | { state: 'pending'; linked: LinkedThing }
  /** The portal is not connected to such a service. */
  | { state: 'not-configured' }
  /** The entity says nothing about this service. */
  | { state: 'not-linked'; annotation: string; example: string }
  | {
      state: 'failed';
      linked?: LinkedThing;
      annotation?: string;
      failure: Failure;
      /** It is being asked again; ask again in a moment. */
      renewing?: true;
    };

/**
 * The answer of `GET /v1/entities/:kind/:namespace/:name/overview?environment=&branch=`.
 *
 * @public
 */
export interface EntityOverview {
  entityRef: string;
  environment: Environment;
  /** The review branch that is shown, with environment `dev`. */
  branch?: string;
  /** The review branch that was asked for and is nowhere any more: `services` are those of `dev`. */
  missingBranch?: string;
  /** Review branches that run somewhere, by name; absent when none is known. */
  reviewBranches?: string[];
  services: { [Id in IntegrationId]: IntegrationResult<Id> };
}
