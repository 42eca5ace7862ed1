import { JsonValue } from '@backstage/types';

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
  /** Reads what there is; changes nothing. */
  read(call: EnsureCall): Promise<Found>;
  /** Decides; pure. */
  plan(found: Found): Plan;
  /** Does it. May be repeated after a crash at any point, with the same end state. */
  apply(found: Found, call: EnsureCall): Promise<Reference>;
  /** The reference of a resource that is there; in a dry run, what it will probably be. */
  refer(found: Found): Reference;
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
