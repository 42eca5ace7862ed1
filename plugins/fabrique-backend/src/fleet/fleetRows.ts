import {
  FailureKind,
  FleetLevel,
  FleetService,
  VerdictReason,
} from '@socialgouv/backstage-plugin-fabrique-common';

/** A row of `fleet_components`. */
export interface ComponentRow {
  environment: string;
  entity_ref: string;
  title: string;
  owner: string | null;
  system: string | null;
  lifecycle: string | null;
  search_text: string;
  rank: number;
  problem_count: number;
  attention_count: number;
  seen_at: Date;
}

/** A row of `fleet_services`. */
export interface ServiceRow {
  environment: string;
  entity_ref: string;
  service: string;
  target_key: string;
  target: string | null;
  is_derived: boolean;
  state: FleetService['state'];
  level: FleetService['level'] | null;
  reasons: string | null;
  failure_kind: FailureKind | null;
  rank: number;
  fetched_at: Date | null;
  answered_at: Date | null;
  due_at: Date | null;
}

/** Ranks of services, worst first; that of a component is the lowest of its services. */
export const ranks = {
  problem: 0,
  attention: 1,
  failed: 2,
  pending: 3,
  ok: 4,
  none: 5,
} as const;

const levelOfRank: readonly FleetLevel[] = [
  'problem',
  'attention',
  'unknown',
  'unknown',
  'ok',
  'none',
];

/** The level that a component with this rank has. */
export function toLevel(rank: number): FleetLevel {
  return levelOfRank[rank];
}

/** All ranks with these levels. */
export function toRanks(levels: readonly FleetLevel[]): number[] {
  return levelOfRank.flatMap((level, rank) =>
    levels.includes(level) ? [rank] : [],
  );
}

/** Where a service stands among the others. */
export function toRank({
  state,
  level,
}: Pick<FleetService, 'state' | 'level'>): number {
  if (state === 'ok') return ranks[level ?? 'ok'];
  return state === 'failed' || state === 'pending' ? ranks[state] : ranks.none;
}

/** A time of the database: a `Date` in Postgres, milliseconds in SQLite. */
export function toIsoTime(
  time: Date | number | null | undefined,
): string | undefined {
  return time === null || time === undefined
    ? undefined
    : new Date(time).toISOString();
}

/** What the page shows of a row. */
export function toFleetService(row: ServiceRow): FleetService {
  const fetchedAt = toIsoTime(row.fetched_at);
  return {
    state: row.state,
    ...(row.level && { level: row.level }),
    ...(row.reasons && {
      reasons: JSON.parse(row.reasons) as VerdictReason[],
    }),
    ...(row.failure_kind && { failureKind: row.failure_kind }),
    ...(fetchedAt && { fetchedAt }),
  };
}

/** Brings a text into the form in which it is searched and sorted: small letters, no accents. */
export function toSearchText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
