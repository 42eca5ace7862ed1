import { VerdictReason } from '@socialgouv/backstage-plugin-fabrique-common';
import { Knex } from 'knex';
import { RecordedChange } from '../fleet/FleetStore';
import { nextNotice, Notice, NoticeRules } from './nextNotice';

/** A row of `fleet_notices`. */
interface NoticeRow {
  environment: string;
  entity_ref: string;
  service: string;
  is_bad: boolean | number;
  turned_at: Date | number | null;
  bad_told_at: Date | number | null;
  to_send: Notice['toSend'] | null;
  reasons: string | null;
  decided_at: Date | number | null;
}

type Key = Pick<NoticeRow, 'environment' | 'entity_ref' | 'service'>;

/** What owners are to be told of one service of a component. */
export interface PendingNotice {
  environment: string;
  entityRef: string;
  service: string;
  /** Title of the component. */
  title: string;
  kind: 'problem' | 'recovery';
  /** Of the verdict that is told. */
  reasons: VerdictReason[];
  decidedAt: Date;
}

/** News that is older says nothing of today. */
const oldestMs = 24 * 3_600_000;
const atOnce = 100;

/** What owners were told of the fleet, in the plugin's database: a restart repeats nothing. */
export class NoticeStore {
  readonly #client: Knex;
  readonly #rules: NoticeRules;

  constructor(client: Knex, rules: NoticeRules) {
    this.#client = client;
    this.#rules = rules;
  }

  /** Decides what to tell of an answer, together with the fleet that takes it over. */
  async note(
    changes: RecordedChange[],
    at: Date,
    tx: Knex.Transaction,
  ): Promise<void> {
    // What could not be asked is neither bad nor well.
    const answered = changes.filter(
      ({ health }) => health.state === 'ok' && !health.failureKind,
    );
    if (answered.length === 0) return;
    const rows = await tx<NoticeRow>('fleet_notices')
      .where({ service: answered[0].before.service })
      .whereIn(
        ['environment', 'entity_ref'],
        answered.map(({ before }) => [before.environment, before.entity_ref]),
      )
      .select('*');
    const known = new Map(rows.map(row => [toKeyText(row), row]));
    const changed = answered.flatMap(({ before, health }) => {
      const row = known.get(toKeyText(before));
      const answer = { isBad: health.level === 'problem', at };
      const notice = nextNotice(row && toNotice(row), answer, this.#rules);
      const isDecided = notice.toSend && notice.toSend !== row?.to_send;
      const next: NoticeRow = {
        environment: before.environment,
        entity_ref: before.entity_ref,
        service: before.service,
        is_bad: notice.isBad,
        turned_at: notice.turnedAt ?? null,
        bad_told_at: notice.badToldAt ?? null,
        to_send: notice.toSend ?? null,
        reasons: isDecided
          ? JSON.stringify(health.reasons ?? [])
          : row?.reasons ?? null,
        decided_at: isDecided ? at : row?.decided_at ?? null,
      };
      return isSame(row, next) ? [] : [next];
    });
    if (changed.length === 0) return;
    await tx<NoticeRow>('fleet_notices')
      .insert(changed)
      .onConflict(['environment', 'entity_ref', 'service'])
      .merge();
  }

  /** What is to be sent, oldest first; what has become too old is given up. */
  async listPending(now: Date): Promise<PendingNotice[]> {
    await this.#client<NoticeRow>('fleet_notices')
      .whereNotNull('to_send')
      .where('decided_at', '<', new Date(now.getTime() - oldestMs))
      .update({ to_send: null });
    const rows: (NoticeRow & { title: string })[] = await this.#client(
      'fleet_notices',
    )
      .join('fleet_components', join =>
        join
          .on('fleet_components.environment', 'fleet_notices.environment')
          .on('fleet_components.entity_ref', 'fleet_notices.entity_ref'),
      )
      .whereNotNull('to_send')
      .orderBy('decided_at')
      .limit(atOnce)
      .select('fleet_notices.*', 'fleet_components.title');
    return rows.map(row => ({
      environment: row.environment,
      entityRef: row.entity_ref,
      service: row.service,
      title: row.title,
      kind: row.to_send!,
      reasons: JSON.parse(row.reasons ?? '[]'),
      decidedAt: new Date(row.decided_at!),
    }));
  }

  /** Notes that a notice was sent, unless something else is to be told meanwhile. */
  async setSent(notice: PendingNotice): Promise<void> {
    await this.#client<NoticeRow>('fleet_notices')
      .where({
        environment: notice.environment,
        entity_ref: notice.entityRef,
        service: notice.service,
        to_send: notice.kind,
        decided_at: notice.decidedAt,
      })
      .update({ to_send: null });
  }
}

function toNotice(row: NoticeRow): Notice {
  return {
    isBad: Boolean(row.is_bad),
    ...(row.turned_at && { turnedAt: new Date(row.turned_at) }),
    ...(row.bad_told_at && { badToldAt: new Date(row.bad_told_at) }),
    ...(row.to_send && { toSend: row.to_send }),
  };
}

function isSame(row: NoticeRow | undefined, next: NoticeRow): boolean {
  return (
    row !== undefined &&
    JSON.stringify(toNotice(row)) === JSON.stringify(toNotice(next))
  );
}

function toKeyText({ environment, entity_ref }: Key): string {
  return `${environment} ${entity_ref}`;
}
