import express, { Express, Request, Response } from 'express';
import { toLocalTime } from '../../fleet/series';
import { toUuid } from '../../fleet/stableNoise';
import { MatomoState, TrackedDay } from './MatomoState';
import { trackerScript } from './trackerScript';

/** Half an hour without a page ends a visit. */
const visitTimeoutMs = 30 * 60_000;

const transparentGif = Buffer.from(
  'R0lGODlhAQABAIAAAAAAAAAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==',
  'base64',
);

/** What the pages of applications load and report to, from any origin. */
export function addTrackingRoutes(app: Express, state: MatomoState): void {
  app.use(['/matomo.js', '/matomo.php'], (_req, res, next) => {
    res.setHeader('access-control-allow-origin', '*');
    next();
  });
  app.get('/matomo.js', (_req, res) => {
    res.type('application/javascript').send(trackerScript);
  });
  const readBody = express.text({ type: () => true });
  app.all('/matomo.php', readBody, (req: Request, res: Response) => {
    const params = new URLSearchParams(req.originalUrl.split('?')[1]);
    if (typeof req.body === 'string') {
      for (const [key, value] of new URLSearchParams(req.body)) {
        params.set(key, value);
      }
    }
    const siteId = params.get('idsite') ?? '';
    if (!state.sites.get(siteId)) {
      res
        .status(400)
        .type('text/plain')
        .send(
          `An unexpected website was found in the request: website id was set to '${siteId}' .`,
        );
      return;
    }
    if (params.get('rec') === '1') {
      const visitor =
        params.get('_id') ??
        params.get('cid') ??
        `${req.ip} ${req.header('user-agent')}`;
      trackHit(state, Number(siteId), toUuid(visitor), params);
    }
    if (params.get('send_image') === '0') res.status(204).end();
    else res.type('image/gif').send(transparentGif);
  });
}

/** A page as reports name it. */
function toPath(url: string | null): string {
  if (!url || !URL.canParse(url)) return '/';
  return new URL(url).pathname;
}

function trackHit(
  state: MatomoState,
  siteId: number,
  visitorId: string,
  params: URLSearchParams,
): void {
  const now = state.now().getTime();
  const { date } = toLocalTime(now);
  const day: TrackedDay = state.findDay(siteId, date) ?? {
    siteId,
    date,
    visits: 0,
    bounces: 0,
    actions: 0,
    visitLength: 0,
    pages: {},
    visitors: {},
  };
  const known = day.visitors[visitorId];
  const goesOn = known && now - known.lastAt < visitTimeoutMs;
  const visit = goesOn
    ? known
    : { firstAt: now, lastAt: now, actions: 0, pages: [] };
  if (!goesOn) {
    day.visits += 1;
    day.bounces += 1;
  } else if (visit.actions === 1) {
    // A second page: it was no bounce.
    day.bounces -= 1;
  }
  day.visitLength += (now - visit.lastAt) / 1000;
  day.actions += 1;
  visit.lastAt = now;
  visit.actions += 1;

  const isEvent = params.has('e_c');
  if (!isEvent) countPage(day, visit.pages, toPath(params.get('url')));
  day.visitors[visitorId] = visit;
  state.putDay(day);
}

/** Counts a page: each time as a hit, once as a visit of it. */
function countPage(day: TrackedDay, seen: string[], path: string): void {
  const page = (day.pages[path] ??= { visits: 0, hits: 0 });
  page.hits += 1;
  if (!seen.includes(path)) {
    page.visits += 1;
    seen.push(path);
  }
}
