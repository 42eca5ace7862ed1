import { JsonValue } from '@backstage/types';
import {
  Environment,
  LedgerEntry,
} from '@socialgouv/backstage-plugin-fabrique-common';

/**
 * What will happen to a resource.
 *
 * - `create`: it does not exist.
 * - `adopt`: it exists without an owner, and becomes the application's.
 * - `update`: it is the application's, and lacks something.
 * - `nothing`: it is as it should be.
 * - `conflict`: it belongs to somebody else; nothing is done at all.
 *
 * @public
 */
export type PlanVerb = 'create' | 'adopt' | 'update' | 'nothing' | 'conflict';

/**
 * What will happen to one resource, and why.
 *
 * @public
 */
export interface Plan {
  verb: PlanVerb;
  /** For the log: what there is, or what is missing. For a conflict, a sentence that names the owner and says what to change. */
  detail?: string;
  /**
   * It exists, and nothing in the upstream says whose it is: the ledger decides, and a resource that the
   * ledger does not know is only adopted by somebody who may.
   */
  untagged?: true;
}

/**
 * What the parts of a resource may use while they work.
 *
 * @public
 */
export interface EnsureCall {
  signal?: AbortSignal;
  /** Writes one line to the log of the task. Never a secret. */
  log(line: string): void;
}

/**
 * What a resource may use while it is being made.
 *
 * @public
 */
export interface ApplyCall extends EnsureCall {
  /**
   * Makes something once, and stores it before it is used: a run that is tried again gets the same. It is
   * stored in clear, and so holds no secret unless it is sealed.
   */
  keep<T extends JsonValue>(name: string, make: () => Promise<T>): Promise<T>;
}

/**
 * One thing that an action makes sure of.
 *
 * `Found` is what was read; `Reference` is what is known of the resource afterwards. References are
 * stored in the portal's database in clear, and so hold no secret unless it is sealed.
 *
 * @public
 */
export interface EnsuredResource<
  Found = unknown,
  Reference extends JsonValue = JsonValue,
> {
  /** The resource's own name, unique in the whole portal: `azure-blob/domifadev/domifa-dev`. */
  readonly key: string;
  /** For people: `container domifa-dev`. */
  readonly title: string;
  /** Part of a whole application, before the lines of the log: `postgres`. */
  readonly part?: string;
  /** Keys of what must be there first. Left out, it is what stands before in the list. */
  readonly after?: readonly string[];
  /** Makes a line of the ledger; absent for what comes and goes with another resource. */
  readonly ledger?: {
    /** Also the type of the catalog's `Resource`: `postgres-database`. */
    type: string;
    environment?: Environment;
  };
  /** Reads what there is; changes nothing. */
  read(call: EnsureCall): Promise<Found>;
  /** Decides; pure. */
  plan(found: Found): Plan;
  /**
   * Does it. May be repeated after a crash at any point, with the same end state.
   *
   * @throws TaskPaused while the upstream takes its time.
   */
  apply(found: Found, call: ApplyCall): Promise<Reference>;
  /** The reference of a resource that is there; in a dry run, what it will probably be. */
  refer(found: Found): Reference;
  /** Page of the resource, or its Azure resource id, for the ledger. */
  locate?(reference: Reference): string | undefined;
  /** What the ledger keeps in order to find it again; the reference when left out. Never a secret, not even sealed. */
  remember?(reference: Reference): JsonValue;
  /** Local effects of a reference, such as a file in the workspace, repeated at every run. */
  settle?(reference: Reference): Promise<void>;
}

/**
 * Resources of different kinds in one list.
 *
 * @public
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyEnsuredResource = EnsuredResource<any, any>;

/**
 * A resource with what was read of it and what will happen to it.
 *
 * @public
 */
export interface PlannedResource {
  resource: AnyEnsuredResource;
  found: unknown;
  plan: Plan;
  /** What the ledger knew when the plan was made. */
  entry?: LedgerEntry;
}
