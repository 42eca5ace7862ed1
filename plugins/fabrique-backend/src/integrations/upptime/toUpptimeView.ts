import {
  TimeSeriesPoint,
  UpptimePeriods,
  UpptimeView,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  UpptimeIssues,
  UpptimeSite,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { toUpptimeIncidents } from './toUpptimeIncidents';

const dayMs = 86_400_000;
const dayCount = 90;

/** When the days begin that a view is about. */
export function toFirstDay(now: Date): Date {
  return new Date(now.getTime() - dayCount * dayMs);
}

/** Makes the view of a site of its row in UppTime's summary, and of the incidents of all sites. */
export function toUpptimeView(
  site: UpptimeSite,
  options: { statusUrl: string; issues?: UpptimeIssues; now: Date },
): UpptimeView {
  const { statusUrl, issues, now } = options;
  const { slug, timeDay, timeWeek, timeMonth, timeYear } = site;
  const responseTimeMs = toPeriods({
    day: toTime(timeDay),
    week: toTime(timeWeek),
    month: toTime(timeMonth),
    year: toTime(timeYear),
    all: toTime(site.time),
  });
  const { week, month, year } = responseTimeMs;
  return {
    siteName: site.name,
    siteUrl: site.url,
    pageUrl: slug
      ? `${statusUrl}/history/${encodeURIComponent(slug)}`
      : undefined,
    status: toStatus(site.status),
    uptimePercent: toPeriods({
      day: toPercent(site.uptimeDay),
      week: toPercent(site.uptimeWeek),
      month: toPercent(site.uptimeMonth),
      year: toPercent(site.uptimeYear),
      all: toPercent(site.uptime),
    }),
    responseTimeMs,
    usualResponseTimeMs: toMedian([week, month, year]),
    downMinutesByDay: toDays(site.dailyMinutesDown, now),
    ...(issues && { incidents: toUpptimeIncidents(issues, site) }),
  };
}

function toStatus(status: string | null | undefined): UpptimeView['status'] {
  return status === 'up' || status === 'down' || status === 'degraded'
    ? status
    : undefined;
}

function toPercent(text: string | null | undefined): number | undefined {
  const value = parseFloat(text ?? '');
  return Number.isNaN(value) ? undefined : value;
}

/** UppTime writes 0 where it has no measure yet. */
function toTime(value: number | null | undefined): number | undefined {
  return value && value > 0 ? value : undefined;
}

function toPeriods(values: UpptimePeriods): UpptimePeriods {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  );
}

function toMedian(values: (number | undefined)[]): number | undefined {
  const sorted = values
    .filter(value => value !== undefined)
    .sort((a, b) => a - b);
  if (sorted.length === 0) return undefined;
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}

/** Days are those of UTC, in which UppTime counts; the summary names only those with minutes. */
function toDays(
  minutes: Record<string, number> | null | undefined,
  now: Date,
): TimeSeriesPoint[] {
  if (!minutes) return [];
  return Array.from({ length: dayCount }, (_, index) => {
    const time = now.getTime() - (dayCount - 1 - index) * dayMs;
    const day = new Date(time).toISOString().slice(0, 10);
    return { at: `${day}T00:00:00Z`, value: minutes[day] ?? 0 };
  });
}
