import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { JsonValue } from '@backstage/types';
import {
  Approval,
  LedgerClaim,
  LedgerEntry,
  LedgerSubject,
  LedgerTask,
  PlanLine,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { z } from 'zod/v4';
import { encodePath, UpstreamClient, UpstreamRequest } from '../upstream';

// What the fabrique backend of the same release answers, checked there.
const Entry = z.custom<LedgerEntry>(isObject);
const Entries = z.object({ entries: z.array(Entry) });
const Claim = z.custom<LedgerClaim>(isObject);
const ApprovalAnswer = z.custom<Approval>(isObject);
const Wait = z
  .object({
    reason: z.string(),
    since: z.iso.datetime().transform(time => new Date(time)),
  })
  .nullable();

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * The ledger of the fabrique backend, as the actions of the scaffolder see it: what was made, the plans
 * that wait for approval, the tasks that wait. Every method throws `UpstreamError`.
 *
 * @public
 */
export class LedgerClient {
  readonly #discovery: DiscoveryService;
  readonly #auth: AuthService;
  readonly #clients = new Map<string, UpstreamClient>();

  /** Makes the client of the portal's own fabrique backend. */
  static create(options: {
    discovery: DiscoveryService;
    auth: AuthService;
  }): LedgerClient {
    return new LedgerClient(options);
  }

  private constructor(options: {
    discovery: DiscoveryService;
    auth: AuthService;
  }) {
    this.#discovery = options.discovery;
    this.#auth = options.auth;
  }

  /**
   * Says that a task will make or adopt a resource. Of two tasks at the same moment, one gets it.
   *
   * @param options - `absent` ends an old line: the resource was looked for and is not there.
   */
  async claim(
    subject: LedgerSubject,
    task: LedgerTask,
    options: { verb: LedgerEntry['verb']; absent?: boolean } & CallOptions,
  ): Promise<LedgerClaim> {
    const { signal, ...rest } = options;
    return this.#send('/v1/ledger/claims', Claim, {
      operation: `claim ${subject.title}`,
      method: 'POST',
      // The same task gets the same answer.
      idempotent: true,
      json: { subject, task, ...rest },
      signal,
    });
  }

  /** Says that the task that makes a resource is alive. */
  async renew(id: string, options: CallOptions = {}): Promise<void> {
    await this.#send(encodePath`/v1/ledger/entries/${id}/lease`, z.object({}), {
      operation: 'renew a claim',
      method: 'PUT',
      json: {},
      ...options,
    });
  }

  /** Gives up a claim, so that another task need not wait for it. */
  async release(id: string, options: CallOptions = {}): Promise<void> {
    await this.#send(encodePath`/v1/ledger/entries/${id}/lease`, z.object({}), {
      operation: 'give up a claim',
      method: 'DELETE',
      ...options,
    });
  }

  /** Writes that a resource exists. `reference` and `location` hold no secret. */
  async setMade(
    id: string,
    facts: { reference?: JsonValue; location?: string },
    options: CallOptions = {},
  ): Promise<LedgerEntry> {
    return this.#send(encodePath`/v1/ledger/entries/${id}/made`, Entry, {
      operation: 'write what was made',
      method: 'PUT',
      json: facts,
      ...options,
    });
  }

  /** Writes that a resource is gone. */
  async setRemoved(
    id: string,
    taskId: string,
    options: CallOptions = {},
  ): Promise<void> {
    await this.#send(
      encodePath`/v1/ledger/entries/${id}/removed`,
      z.object({}),
      {
        operation: 'write what was removed',
        method: 'PUT',
        json: { taskId },
        ...options,
      },
    );
  }

  /** Reads what exists as far as the ledger knows, oldest first; with `removed`, also what did. */
  async list(
    filter: {
      taskId?: string;
      application?: string;
      key?: string;
      removed?: boolean;
    },
    options: CallOptions = {},
  ): Promise<LedgerEntry[]> {
    const { entries } = await this.#send('/v1/ledger/entries', Entries, {
      operation: 'read lines',
      query: filter,
      ...options,
    });
    return entries;
  }

  /** Asks for approval of a plan, or gives what was said of it. */
  async requestApproval(
    task: LedgerTask,
    wish: { approvers: string; plan: PlanLine[] },
    options: CallOptions = {},
  ): Promise<Approval> {
    return this.#send('/v1/approvals', ApprovalAnswer, {
      operation: 'ask for approval',
      method: 'PUT',
      json: { task, ...wish },
      ...options,
    });
  }

  /** Has the task run again at a time, or after a decision when there is none. */
  async setWait(
    taskId: string,
    wait: { stepId: string; reason: string; resumeAt?: Date },
    options: CallOptions = {},
  ): Promise<{ since: Date } | null> {
    return this.#send(encodePath`/v1/waiting-tasks/${taskId}`, Wait, {
      operation: 'pause the task',
      method: 'PUT',
      json: { ...wait, resumeAt: wait.resumeAt?.toISOString() },
      ...options,
    });
  }

  /** Since when a task waits; null for one that does not. */
  async getWait(
    taskId: string,
    options: CallOptions = {},
  ): Promise<{ since: Date } | null> {
    return this.#send(encodePath`/v1/waiting-tasks/${taskId}`, Wait, {
      operation: 'read the wait of the task',
      ...options,
    });
  }

  /** Says that a task waits no longer. */
  async endWait(taskId: string, options: CallOptions = {}): Promise<void> {
    await this.#send(encodePath`/v1/waiting-tasks/${taskId}`, z.object({}), {
      operation: 'end the wait of the task',
      method: 'DELETE',
      ...options,
    });
  }

  async #send<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    request: UpstreamRequest,
  ): Promise<z.infer<Schema>> {
    const baseUrl = await this.#discovery.getBaseUrl('fabrique');
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'fabrique',
    });
    const client =
      this.#clients.get(baseUrl) ??
      UpstreamClient.create({ service: 'Ledger', baseUrl });
    this.#clients.set(baseUrl, client);
    const { body } = await client.requestJson(path, schema, {
      ...request,
      headers: { authorization: `Bearer ${token}` },
    });
    return body;
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
