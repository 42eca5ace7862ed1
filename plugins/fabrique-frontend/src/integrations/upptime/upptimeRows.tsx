import {
  UpptimeIncident,
  UpptimeView,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { CardRow } from '../../card/CardRows';
import { Format } from '../../words/createFormat';
import { RelativeTime } from '../../words/RelativeTime';
import { Words } from '../../words/useWords';

/** What happened, newest first, and how long it lasted. */
export function toIncidentRows(
  incidents: UpptimeIncident[],
  t: Words['t'],
  format: Format,
): CardRow[] {
  return incidents.map(incident => {
    const { startedAt, endedAt, url } = incident;
    const seconds = (Date.parse(endedAt ?? '') - Date.parse(startedAt)) / 1_000;
    return {
      key: url,
      title: toTitle(incident, t),
      href: url,
      mark: endedAt ? undefined : 'problem',
      details: [
        endedAt
          ? t('upptime.lasted', { duration: format.duration(seconds) })
          : t('upptime.ongoing'),
        <RelativeTime at={startedAt} />,
      ],
    };
  });
}

function toTitle({ kind, title, httpStatus }: UpptimeIncident, t: Words['t']) {
  if (kind === 'other') return title;
  if (kind === 'degraded') return t('upptime.incident.degraded');
  return httpStatus
    ? t('upptime.incident.httpStatus', { status: String(httpStatus) })
    : t('upptime.incident.down');
}

/** The days with an outage, newest first, where nobody tells what happened on them. */
export function toDownDayRows(
  view: UpptimeView,
  t: Words['t'],
  format: Format,
): CardRow[] {
  const toDay = new Intl.DateTimeFormat(format.language, {
    day: 'numeric',
    month: 'long',
    // The days are those of UTC: elsewhere their midnight may be another day's evening.
    timeZone: 'UTC',
  });
  return view.downMinutesByDay
    .filter(({ value }) => value > 0)
    .reverse()
    .map(({ at, value }) => ({
      key: at,
      title: toDay.format(new Date(at)),
      href: view.pageUrl,
      details: [
        t('upptime.downFor', { duration: format.duration(value * 60) }),
      ],
    }));
}
