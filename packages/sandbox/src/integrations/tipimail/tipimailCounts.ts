import { fleet, FleetApp } from '../../fleet/fleet';
import { toLocalTime, toShareOfDay, toWeekday } from '../../fleet/series';
import { toFraction } from '../../fleet/stableNoise';
import { SentMessage, TipimailState } from './TipimailState';

const hourMs = 3_600_000;

/** Messages by what became of them, in Tipimail's own words. */
export interface TipimailSends {
  error: number;
  rejected: number;
  requested: number;
  deferred: number;
  scheduled: number;
  filtered: number;
  delivered: number;
  hardbounced: number;
  softbounced: number;
  open: number;
  click: number;
  read: number;
  unsubscribed: number;
  complaint: number;
  opener: number;
  clicker: number;
}

export const noSends: TipimailSends = {
  error: 0,
  rejected: 0,
  requested: 0,
  deferred: 0,
  scheduled: 0,
  filtered: 0,
  delivered: 0,
  hardbounced: 0,
  softbounced: 0,
  open: 0,
  click: 0,
  read: 0,
  unsubscribed: 0,
  complaint: 0,
  opener: 0,
  clicker: 0,
};

/** What is counted; without senders, all of the account. */
export interface TipimailSelection {
  since: number;
  until: number;
  senders: string[];
}

/** Counts by hour: those of the fleet, which are a function of the time, and those sent here. */
export function countByHour(
  state: TipimailState,
  { since, until, senders }: TipimailSelection,
): { hourStart: number; sends: TipimailSends }[] {
  const isWanted = (sender: string) =>
    senders.length === 0 || senders.includes(sender);
  const apps = fleet.filter(
    ({ tipimailSender }) => tipimailSender && isWanted(tipimailSender),
  );
  const messages = state.messages
    .list()
    .filter(({ from, at }) => isWanted(from) && isWithin(at, since, until));
  const first = Math.floor(since / hourMs) * hourMs;
  const last = Math.min(until, state.now().getTime());
  const hours: { hourStart: number; sends: TipimailSends }[] = [];
  for (let hourStart = first; hourStart < last; hourStart += hourMs) {
    const sends = [
      // An hour under way has nothing yet: whole numbers of parts of an hour would not add up.
      ...(hourStart + hourMs <= last
        ? apps.map(app => toSeededSends(app, hourStart))
        : []),
      ...messages
        .filter(({ at }) => isWithin(at, hourStart, hourStart + hourMs))
        .map(toSends),
    ].reduce(add, noSends);
    if (sends.requested > 0) hours.push({ hourStart, sends });
  }
  return hours;
}

/** Sums counts. */
export function add(a: TipimailSends, b: TipimailSends): TipimailSends {
  return Object.fromEntries(
    Object.entries(a).map(([state, count]) => [
      state,
      count + b[state as keyof TipimailSends],
    ]),
  ) as unknown as TipimailSends;
}

function isWithin(at: string, since: number, until: number): boolean {
  const time = Date.parse(at);
  return time >= since && time < until;
}

function toSends({ state }: SentMessage): TipimailSends {
  return { ...noSends, requested: 1, [state]: 1 };
}

/** Messages that an application of the fleet sent in an hour: more where many people come, few at night. */
function toSeededSends(app: FleetApp, hourStart: number): TipimailSends {
  const { date, hour } = toLocalTime(hourStart);
  const start = Math.floor(hour);
  const isWeekend = [0, 6].includes(toWeekday(date));
  const daily = Math.min(30 + (app.dailyVisits ?? 0) * 0.08, 1800);
  const share = toShareOfDay(start + 1) - toShareOfDay(start);
  const count = (expected: number, of: string) =>
    Math.floor(expected + toFraction(app.name, hourStart, of));
  const requested = count(daily * share * (isWeekend ? 0.2 : 1), 'requested');
  const rate = app.scenarios.includes('mail-bounces') ? 0.07 : 0.007;
  const hardbounced = Math.min(requested, count(requested * rate, 'hard'));
  const softbounced = Math.min(
    requested - hardbounced,
    count(requested * rate * 0.4, 'soft'),
  );
  const rejected = Math.min(
    requested - hardbounced - softbounced,
    count(requested * 0.003, 'rejected'),
  );
  const delivered = requested - hardbounced - softbounced - rejected;
  const open = Math.round(delivered * 0.55);
  return {
    ...noSends,
    requested,
    hardbounced,
    softbounced,
    rejected,
    delivered,
    open,
    opener: open,
    complaint: Math.min(delivered, count(requested * 0.0002, 'complaint')),
  };
}
