import {
  TimeSeriesPoint,
  TipimailCounts,
  TipimailDomain,
  TipimailSendingView,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  TipimailDomains,
  TipimailSends,
  TipimailSendsByDate,
} from '@socialgouv/backstage-plugin-fabrique-node';

const dayMs = 86_400_000;
const dayCount = 30;

/** The 30 days that the view counts, today included, and the last 24 hours. */
export function toSendingPeriods(now: Date) {
  const today = toDay(now.getTime());
  return {
    total: {
      since: new Date(Date.parse(today) - (dayCount - 1) * dayMs),
      until: now,
    },
    lastDay: { since: new Date(now.getTime() - dayMs), until: now },
  };
}

/** What Tipimail answered about the messages of some senders. */
export interface TipimailAnswers {
  senders: string[];
  /** All domains of the account. */
  domains: TipimailDomains;
  total: TipimailSends;
  lastDay: TipimailSends;
  sendsByDate: TipimailSendsByDate;
  now: Date;
}

/** Makes the view of an application's messages of what Tipimail answered. */
export function toTipimailView(answers: TipimailAnswers): TipimailSendingView {
  const { senders, domains, now } = answers;
  const names = senders.map(sender => sender.slice(sender.indexOf('@') + 1));
  return {
    mode: 'sending',
    senders,
    domains: [...new Set(names)].map(name => toDomain(name, domains)),
    total: toCounts(answers.total),
    lastDay: toCounts(answers.lastDay),
    sentByDay: toDays(answers.sendsByDate, now),
  };
}

function toDomain(name: string, domains: TipimailDomains): TipimailDomain {
  const found = domains.find(({ sending }) => sending.toLowerCase() === name);
  return {
    name,
    isDeclared: found !== undefined,
    isDkimVerified: found?.verifiedDkim ?? false,
    isSpfVerified: found?.verifiedSpf ?? false,
  };
}

function toCounts(sends: TipimailSends): TipimailCounts {
  return {
    sentCount: sends.requested,
    deliveredCount: sends.delivered,
    bouncedCount: sends.hardbounced + sends.softbounced,
    complaintCount: sends.complaint,
    refusedCount: sends.rejected + sends.error,
  };
}

/** Tipimail names only the days with messages. */
function toDays(sends: TipimailSendsByDate, now: Date): TimeSeriesPoint[] {
  const sentByDay = new Map<string, number>();
  for (const [key, { requested }] of Object.entries(sends)) {
    const time = toTime(key);
    if (!Number.isNaN(time)) {
      const day = toDay(time);
      sentByDay.set(day, (sentByDay.get(day) ?? 0) + requested);
    }
  }
  return Array.from({ length: dayCount }, (_, index) => {
    const at = toDay(now.getTime() - (dayCount - 1 - index) * dayMs);
    return { at, value: sentByDay.get(at) ?? 0 };
  });
}

/** Seconds since 1970, or ISO 8601; a time without a zone is in UTC. */
function toTime(key: string): number {
  if (/^\d+$/.test(key)) return Number(key) * 1000;
  return Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(key) ? key : `${key}Z`);
}

/** The start of a day in UTC, in which Tipimail counts. */
function toDay(time: number): string {
  return `${new Date(time).toISOString().slice(0, 10)}T00:00:00Z`;
}
