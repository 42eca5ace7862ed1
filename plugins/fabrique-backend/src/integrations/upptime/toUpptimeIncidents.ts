import { UpptimeIncident } from '@socialgouv/backstage-plugin-fabrique-common';
import {
  UpptimeIssues,
  UpptimeSite,
} from '@socialgouv/backstage-plugin-fabrique-node';

/** Picks the incidents of a site, and reads in their words what they were. */
export function toUpptimeIncidents(
  issues: UpptimeIssues,
  site: UpptimeSite,
): UpptimeIncident[] {
  return issues
    .filter(
      ({ labels, body }) =>
        (site.slug && labels.includes(site.slug)) ||
        body?.includes(`(${site.url})`),
    )
    .map(({ title, body, created_at, closed_at, html_url }) => {
      const status = /HTTP code: (\d+)/.exec(body ?? '')?.[1];
      return {
        kind: toKind(title),
        title,
        startedAt: created_at,
        ...(closed_at && { endedAt: closed_at }),
        ...(status && { httpStatus: Number(status) }),
        url: html_url,
      };
    });
}

function toKind(title: string): UpptimeIncident['kind'] {
  if (/ is down$/.test(title)) return 'down';
  return / has degraded performance$/.test(title) ? 'degraded' : 'other';
}
