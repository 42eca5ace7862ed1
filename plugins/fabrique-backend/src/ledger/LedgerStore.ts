import { randomUUID } from 'crypto';
import { NotFoundError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import {
  LedgerClaim,
  LedgerEntry,
  LedgerSubject,
  LedgerTask,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { Knex } from 'knex';
import { fromSubject, fromTask, LedgerRow, toLedgerEntry } from './ledgerRows';

/** A task that makes something says so again within this time, or is taken for dead. */
export const leaseMs = 60_000;

/** What was created or adopted, by which task, and when; kept after the scaffolder forgets the task. */
export class LedgerStore {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  /**
   * Says that a task will make or adopt a resource. Of two tasks at the same moment, one gets it. May be
   * repeated by the same task.
   *
   * @param options - `absent` says that the resource was looked for and is not there, although the
   *   ledger may think so: the old line ends.
   */
  async claim(
    subject: LedgerSubject,
    task: LedgerTask,
    options: { verb: LedgerEntry['verb']; absent?: boolean },
  ): Promise<LedgerClaim> {
    return this.#db.transaction(async tx => {
      const table = () => tx<LedgerRow>('ledger_entries');
      const insert = async () => {
        const [row] = await table()
          .insert({
            id: randomUUID(),
            ...fromSubject(subject),
            ...fromTask(task),
            verb: options.verb,
            state: 'making',
            created_at: new Date(),
            lease_until: new Date(Date.now() + leaseMs),
          })
          .onConflict(tx.raw("(key) WHERE state <> 'removed'"))
          .ignore()
          .returning('*');
        return row as LedgerRow | undefined;
      };
      const inserted = await insert();
      if (inserted) return toClaim('claimed', inserted);

      const [existing] = await table()
        .where({ key: subject.key })
        .whereNot({ state: 'removed' })
        .forUpdate()
        .select('*');
      // Removed between the two statements: whoever comes next may have it.
      if (!existing) return this.#require(await insert());

      const isOwn = existing.task_id === task.taskId;
      if (existing.application !== subject.application && !options.absent) {
        return toClaim('taken', existing);
      }
      if (existing.state === 'made') {
        if (!options.absent)
          return toClaim(isOwn ? 'claimed' : 'held', existing);
        await table()
          .where({ id: existing.id })
          .update({ state: 'removed', removed_at: new Date() });
        return this.#require(await insert());
      }
      if (!isOwn && isAlive(existing)) return toClaim('busy', existing);
      const [row] = await table()
        .where({ id: existing.id })
        .update({
          ...fromSubject(subject),
          ...fromTask(task),
          lease_until: new Date(Date.now() + leaseMs),
        })
        .returning('*');
      return toClaim('claimed', row);
    });
  }

  #require(row: LedgerRow | undefined): LedgerClaim {
    if (!row) throw new Error('The ledger has a line that nobody can read');
    return toClaim('claimed', row);
  }

  /** Says that the task that makes a resource is alive. */
  async renew(id: string): Promise<void> {
    await this.#db<LedgerRow>('ledger_entries')
      .where({ id, state: 'making' })
      .update({ lease_until: new Date(Date.now() + leaseMs) });
  }

  /** Gives up a claim: another task need not wait for it. What may exist stays written. */
  async release(id: string): Promise<void> {
    await this.#db<LedgerRow>('ledger_entries')
      .where({ id, state: 'making' })
      .update({ lease_until: null });
  }

  /** @throws NotFoundError if there is no such line, or it is removed. */
  async setMade(
    id: string,
    facts: { reference?: JsonValue; location?: string },
  ): Promise<LedgerEntry> {
    const [row] = await this.#db<LedgerRow>('ledger_entries')
      .where({ id })
      .whereNot({ state: 'removed' })
      .update({
        state: 'made',
        reference: JSON.stringify(facts.reference ?? null),
        location: facts.location ?? null,
        made_at: this.#db.raw('coalesce(made_at, ?)', [new Date()]),
        lease_until: null,
      })
      .returning('*');
    if (!row) throw new NotFoundError(`The ledger has no line ${id}`);
    return toLedgerEntry(row);
  }

  /** Says that a resource is gone; may be repeated. */
  async setRemoved(id: string, taskId: string): Promise<void> {
    await this.#db<LedgerRow>('ledger_entries')
      .where({ id })
      .whereNot({ state: 'removed' })
      .update({
        state: 'removed',
        removed_at: new Date(),
        removed_by: taskId,
        lease_until: null,
      });
  }

  /** Lines, oldest first; those that are removed only when `removed` is set. */
  async list(filter: {
    taskId?: string;
    application?: string;
    key?: string;
    removed?: boolean;
  }): Promise<LedgerEntry[]> {
    const rows = await this.#db<LedgerRow>('ledger_entries')
      .where({
        ...(filter.taskId && { task_id: filter.taskId }),
        ...(filter.application && { application: filter.application }),
        ...(filter.key && { key: filter.key }),
      })
      .modify(query => {
        if (!filter.removed) query.whereNot({ state: 'removed' });
      })
      .orderBy(['created_at', 'id'])
      .select('*');
    return rows.map(toLedgerEntry);
  }
}

function toClaim(outcome: LedgerClaim['outcome'], row: LedgerRow): LedgerClaim {
  return { outcome, entry: toLedgerEntry(row) };
}

function isAlive({ lease_until: until }: LedgerRow): boolean {
  return until !== null && new Date(until).getTime() > Date.now();
}
