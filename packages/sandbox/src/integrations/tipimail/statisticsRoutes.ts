import { Request, Router } from 'express';
import { z } from 'zod/v4';
import {
  add,
  countByHour,
  noSends,
  TipimailSelection,
  TipimailSends,
} from './tipimailCounts';
import { TipimailState } from './TipimailState';

const dayMs = 86_400_000;

/** Seconds since 1970, as a number or as a text, or ISO 8601. */
const time = z
  .union([z.number(), z.string()])
  .transform(value =>
    /^\d+$/.test(String(value))
      ? Number(value) * 1000
      : Date.parse(String(value)),
  )
  .refine(value => !Number.isNaN(value));

const selection = z.object({
  dateBegin: time.nullish(),
  dateEnd: time.nullish(),
  froms: z.array(z.string()).nullish(),
});

/** Counts of messages. Every one is a POST that only reads. */
export function createStatisticsRoutes(state: TipimailState): Router {
  const router = Router();

  router.post('/sends', (req, res) => {
    const hours = countByHour(state, readSelection(state, req));
    res.json({
      accountId: '558ba57199325a268857c230',
      ...hours.map(({ sends }) => sends).reduce(add, noSends),
    });
  });

  router.post('/bounces', (req, res) => {
    const days = countByDay(state, readSelection(state, req));
    res.json(
      Object.fromEntries(
        days.map(([day, { requested, hardbounced, softbounced }]) => [
          day,
          { requested, hardbounced, softbounced },
        ]),
      ),
    );
  });

  router.post('/activities', (req, res) => {
    const days = countByDay(state, readSelection(state, req));
    res.json(
      Object.fromEntries(
        days.map(([day, sends]) => [
          day,
          {
            delivered: sends.delivered,
            open: sends.open,
            click: sends.click,
            unsubscribed: sends.unsubscribed,
            complaint: sends.complaint,
            opener: sends.opener,
            clicker: sends.clicker,
          },
        ]),
      ),
    );
  });

  return router;
}

function readSelection(state: TipimailState, req: Request): TipimailSelection {
  const { dateBegin, dateEnd, froms } = selection.parse(req.body);
  const until = dateEnd ?? state.now().getTime();
  return {
    until,
    since: dateBegin ?? until - 30 * dayMs,
    senders: froms ?? [],
  };
}

/** Days by the second with which they start in UTC. */
function countByDay(
  state: TipimailState,
  wanted: TipimailSelection,
): [string, TipimailSends][] {
  const days = new Map<number, TipimailSends>();
  for (const { hourStart, sends } of countByHour(state, wanted)) {
    const day = Math.floor(hourStart / dayMs) * dayMs;
    days.set(day, add(days.get(day) ?? noSends, sends));
  }
  return [...days].map(([day, sends]) => [String(day / 1000), sends]);
}
