import {
  MatomoExemptionCheck,
  MatomoView,
  TimeSeriesPoint,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { MatomoSiteReport } from '@socialgouv/backstage-plugin-fabrique-node';

const shownDays = 30;
const weekMs = 7 * 86_400_000;

/** Makes the view of a Matomo site of what Matomo answered. */
export function toMatomoView(report: MatomoSiteReport): MatomoView {
  const { site, summary, visitsByDay, goals = [], conversions = {} } = report;
  const allDays = toDays(visitsByDay);
  const days = allDays.slice(-shownDays);
  const fullDays = allDays.slice(0, -1);
  return {
    siteId: site.idsite,
    siteName: site.name,
    mainUrl: site.main_url,
    visitsToday: days.at(-1)?.value ?? 0,
    visitsByDay: days,
    visitsAWeekEarlier: days.map(({ at }) => {
      const day = new Date(Date.parse(at) - weekMs).toISOString().slice(0, 10);
      return { at: toMidnight(day), value: visitsByDay[day] ?? 0 };
    }),
    visitsLastWeek: sum(fullDays.slice(-7)),
    visitsWeekBefore: sum(fullDays.slice(-14, -7)),
    visitsYesterday: fullDays.at(-1)?.value ?? 0,
    visitsSameWeekdayBefore: fullDays.at(-8)?.value ?? 0,
    bounceRatePercent: toPercent(summary.bounce_rate),
    actionsPerVisit: summary.nb_actions_per_visit ?? undefined,
    topPages: report.pages.slice(0, 5).map(({ label, nb_visits, url }) => ({
      label,
      visits: nb_visits,
      url: url && /^https?:\/\//.test(url) ? url : undefined,
    })),
    goals: goals.flatMap(({ idgoal, name }) => {
      const count = Number(conversions[`goal_${idgoal}_nb_conversions`]);
      return Number.isNaN(count) ? [] : [{ name, conversions: count }];
    }),
    exemption: toExemption(report),
  };
}

function toDays(visits: Record<string, number>): TimeSeriesPoint[] {
  return Object.entries(visits)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([day, value]) => ({ at: toMidnight(day), value }));
}

/** Days are those of the site's time zone: written as midnight UTC, they keep their name. */
function toMidnight(day: string): string {
  return `${day}T00:00:00Z`;
}

function sum(points: TimeSeriesPoint[]): number {
  return points.reduce((total, { value }) => total + value, 0);
}

function toPercent(text: string | null | undefined): number | undefined {
  const value = parseFloat(text?.replace(',', '.') ?? '');
  return Number.isNaN(value) ? undefined : value;
}

function toExemption(report: MatomoSiteReport): MatomoView['exemption'] {
  const { site, users, heatmaps, sessionRecordings, hasVisitorLog } = report;
  const isNoneActive = (recordings: typeof heatmaps) =>
    recordings && !recordings.some(({ status }) => status === 'active');
  const met: Record<MatomoExemptionCheck, boolean | undefined> = {
    'ecommerce-off':
      typeof site.ecommerce === 'number' ? site.ecommerce === 0 : undefined,
    'user-id-off': users && users.length === 0,
    'heatmaps-off': isNoneActive(heatmaps),
    'session-recording-off': isNoneActive(sessionRecordings),
    'visitor-log-off': hasVisitorLog === undefined ? undefined : !hasVisitorLog,
  };
  return (
    Object.entries(met) as [MatomoExemptionCheck, boolean | undefined][]
  ).map(([check, value]) => ({
    check,
    ...(value !== undefined && { met: value }),
  }));
}
