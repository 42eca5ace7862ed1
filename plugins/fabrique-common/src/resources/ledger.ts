import { JsonValue } from '@backstage/types';
import { Environment } from '../environment';

/**
 * The types of what the suite's own actions make; the ledger takes others too.
 *
 * @public
 */
export type ResourceType =
  | 'blob-container'
  | 'catalog-location'
  | 'github-pull-request'
  | 'github-repository'
  | 'github-secret'
  | 'github-team'
  | 'gitlab-project'
  | 'gitlab-variable'
  | 'grafana-alert-rule'
  | 'grafana-dashboard'
  | 'grafana-folder'
  | 'key-vault-secret'
  | 'kubernetes-namespace'
  | 'kubernetes-object'
  | 'kubernetes-secret'
  | 'matomo-site'
  | 'nextcloud-folder'
  | 'office365-group'
  | 'postgres-administrator'
  | 'postgres-database'
  | 'postgres-server'
  | 'resource-group'
  | 'sentry-project'
  | 'sentry-team'
  | 'sre-request'
  | 'storage-account'
  | 'tipimail-api-key'
  | 'tipimail-domain';

/**
 * What the ledger calls a resource. `key` is the resource's own name, unique in the whole portal.
 *
 * @public
 */
export interface LedgerSubject {
  /** `azure-postgres/fabriqueprodserver/domifa` */
  key: string;
  /** A {@link ResourceType} or another's; also the type of the catalog's `Resource`. */
  type: string;
  /** For people: `database domifa on fabriqueprodserver`. */
  title: string;
  /** Absent for what all environments share. */
  environment?: Environment;
  /** The repository that owns it: `SocialGouv/domifa`. */
  application: string;
}

/**
 * Which step of which task asks.
 *
 * @public
 */
export interface LedgerTask {
  taskId: string;
  stepId: string;
  actionId: string;
  templateRef?: string;
  /** Ref of the person who started the task. */
  person?: string;
}

/**
 * - `making`: a task said that it would make it; whether it exists is not known.
 * - `made`: it exists.
 * - `removed`: a task took it away again.
 *
 * @public
 */
export type LedgerState = 'making' | 'made' | 'removed';

/**
 * One line of the ledger: what was created or adopted, by which task, and when. Never a secret.
 *
 * @public
 */
export interface LedgerEntry extends LedgerSubject, LedgerTask {
  id: string;
  verb: 'create' | 'adopt';
  state: LedgerState;
  /** What is needed to find it again; in clear, never a secret. */
  reference?: JsonValue;
  /** Page of the resource, or its Azure resource id. */
  location?: string;
  /** ISO 8601. */
  createdAt: string;
  /** ISO 8601. */
  madeAt?: string;
  /** ISO 8601. */
  removedAt?: string;
  /** Task that removed it. */
  removedBy?: string;
}

/**
 * How far people are with a request to the SRE team.
 *
 * @public
 */
export interface RequestProgress {
  /** `refused`: closed without being done. */
  state: 'open' | 'done' | 'refused';
  /** How many answers it has. */
  comments: number;
  /** ISO 8601. */
  changedAt: string;
}

/**
 * A line of the ledger as the page of an application shows it.
 *
 * @public
 */
export interface ListedResource extends LedgerEntry {
  /** Of requests; absent while it is not known. */
  request?: RequestProgress;
}

/**
 * What came of claiming a resource:
 *
 * - `claimed`: this task makes it, or began to.
 * - `held`: the same application has it already, from another task.
 * - `busy`: another task is making it at this moment.
 * - `taken`: another application has it.
 *
 * @public
 */
export interface LedgerClaim {
  outcome: 'claimed' | 'held' | 'busy' | 'taken';
  entry: LedgerEntry;
}

/**
 * One line of a plan, as people are asked to approve it.
 *
 * @public
 */
export interface PlanLine {
  key: string;
  /** A {@link ResourceType} or another's; absent for what comes and goes with another resource. */
  type?: string;
  /** In the language of the logs. */
  title: string;
  environment?: Environment;
  verb: 'create' | 'adopt' | 'update' | 'nothing';
  detail?: string;
}

/**
 * A plan that waits for somebody's word.
 *
 * @public
 */
export interface Approval extends LedgerTask {
  id: string;
  /** Group whose members may decide: `group:default/sre`. */
  approvers: string;
  plan: PlanLine[];
  state: 'pending' | 'approved' | 'refused';
  /** ISO 8601. */
  requestedAt: string;
  /** ISO 8601. */
  decidedAt?: string;
  /** Ref of the person who decided. */
  decidedBy?: string;
  /** Why it was refused. */
  reason?: string;
}
