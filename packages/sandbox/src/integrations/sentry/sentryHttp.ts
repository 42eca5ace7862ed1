import { NextFunction, Request, Response } from 'express';

/** An error with the body that Sentry gives. */
export class SentryError extends Error {
  readonly statusCode: number;
  readonly body: object;

  constructor(statusCode: number, body: object) {
    super(JSON.stringify(body));
    this.statusCode = statusCode;
    this.body = body;
  }
}

/** The caller's mistake. */
export class SentryBadRequest extends SentryError {
  constructor(body: object) {
    super(400, body);
  }
}

/** The same words for what is not there and for what one may not see. */
export function createNotFound(): SentryError {
  return new SentryError(404, {
    detail: 'The requested resource does not exist',
  });
}

const units: Record<string, number> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/**
 * `24h` in milliseconds.
 *
 * @throws SentryBadRequest
 */
export function toPeriodMs(period: string): number {
  const [, count, unit] = /^(\d+)([smhdw])$/.exec(period) ?? [];
  if (!count) {
    throw new SentryBadRequest({
      detail: `Invalid statsPeriod: '${period}'`,
    });
  }
  return Number(count) * units[unit];
}

/** Every value of a repeated parameter. */
export function readList(req: Request, name: string): string[] {
  const value = req.query[name];
  return (Array.isArray(value) ? value : [value]).filter(
    item => typeof item === 'string',
  );
}

/** One value of a parameter. */
export function readOne(req: Request, name: string): string | undefined {
  return readList(req, name)[0];
}

/** Answers one page of a list, with where the next one is, in the `Link` header. */
export function sendPage<T>(
  req: Request,
  res: Response,
  options: { baseUrl: string; items: T[]; limit?: number; hits?: boolean },
): void {
  const { baseUrl, items } = options;
  const asked = Number(readOne(req, 'limit') ?? readOne(req, 'per_page'));
  const limit = Math.min(asked > 0 ? asked : options.limit ?? 100, 100);
  const [, offsetText] =
    /^\d+:(\d+):[01]$/.exec(readOne(req, 'cursor') ?? '0:0:0') ?? [];
  if (offsetText === undefined) {
    throw new SentryBadRequest({ detail: 'Invalid cursor parameter.' });
  }
  const offset = Number(offsetText);
  const toLink = (
    relation: string,
    to: number,
    isBack: 0 | 1,
    more: boolean,
  ) => {
    const url = new URL(req.originalUrl, baseUrl);
    const cursor = `0:${Math.max(0, to)}:${isBack}`;
    url.searchParams.set('cursor', cursor);
    return `<${url}>; rel="${relation}"; results="${more}"; cursor="${cursor}"`;
  };
  res.setHeader(
    'link',
    [
      toLink('previous', offset - limit, 1, offset > 0),
      toLink('next', offset + limit, 0, offset + limit < items.length),
    ].join(', '),
  );
  if (options.hits) {
    res.setHeader('x-hits', String(Math.min(items.length, 1000)));
    res.setHeader('x-max-hits', '1000');
  }
  res.json(items.slice(offset, offset + limit));
}

/** Refuses whoever has not the portal's token. */
export function requireToken(token: string) {
  return (req: Request, _res: Response, next: NextFunction): void => {
    const given = req.header('authorization');
    if (!given) {
      throw new SentryError(401, {
        detail: 'Authentication credentials were not provided.',
      });
    }
    if (given !== `Bearer ${token}`) {
      throw new SentryError(401, { detail: 'Invalid token' });
    }
    next();
  };
}

/** Answers an error as Sentry does. */
export function answerError(
  error: unknown,
  _req: Request,
  res: Response,
  _next: NextFunction,
): void {
  if (error instanceof SentryError) {
    res.status(error.statusCode).json(error.body);
  } else if (error instanceof SyntaxError) {
    res.status(400).json({ detail: `JSON parse error - ${error.message}` });
  } else {
    res.status(500).json({ detail: 'Internal Error', errorId: null });
  }
}
