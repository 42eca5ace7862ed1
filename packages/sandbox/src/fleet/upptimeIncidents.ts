import { toFraction, toWhole } from './stableNoise';
import { listSites, UpptimeRow } from './upptimeSites';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** As far back as anybody asks. */
const keptMs = 120 * dayMs;

/** An issue of UppTime's repository, as UppTime writes it. */
export interface UpptimeIncidentIssue {
  number: number;
  title: string;
  body: string;
  labels: string[];
  createdAt: Date;
  closedAt?: Date;
}

/** The incidents of all sites, oldest first: one for each day with an outage. */
export function listUpptimeIncidents(now: Date): UpptimeIncidentIssue[] {
  return listSites(now)
    .flatMap(site =>
      Object.entries(site.dailyMinutesDown ?? {}).map(([day, minutes]) =>
        toIncident(site, day, minutes, now),
      ),
    )
    .filter(({ createdAt }) => now.getTime() - createdAt.getTime() < keptMs)
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
    .map((incident, index) => ({ ...incident, number: 300 + index }));
}

function toIncident(
  site: UpptimeRow,
  day: string,
  minutes: number,
  now: Date,
): Omit<UpptimeIncidentIssue, 'number'> {
  const { name, url, slug, status } = site;
  const isOngoing = status === 'down' && day === now.toISOString().slice(0, 10);
  const start = isOngoing
    ? now.getTime() - minutes * 60_000
    : Date.parse(`${day}T00:00:00Z`) +
      Math.floor(toFraction(slug, day, 'hour') * 21) * hourMs;
  const code = [0, 502, 503, 504][toWhole(0, 3, slug, day, 'code')];
  const sha = toWhole(0x1000000, 0xfffffff, slug, day, 'sha').toString(16);
  const time = code === 0 ? 0 : toWhole(40, 900, slug, day, 'time');
  return {
    title: `🛑 ${name} is down`,
    body: `In [\`${sha}\`](https://github.com/SocialGouv/upptime/commit/${sha}), ${name} (${url}) was **down**:\n- HTTP code: ${code}\n- Response time: ${time} ms\n`,
    labels: ['status', slug],
    createdAt: new Date(start),
    ...(!isOngoing && { closedAt: new Date(start + minutes * 60_000) }),
  };
}
