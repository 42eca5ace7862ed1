import { Request } from 'express';

const hourMs = 3_600_000;
const keptHours = 48;

const toKey = (account: string, authentication: string, hour: number) =>
  `${account} ${authentication} ${hour}`;

/** Counts requests to the blob service by account, hour, and the way in which they sign in. */
export class RequestCounter {
  /** Keys are account, authentication and start of the hour. */
  readonly #counts = new Map<string, number>();

  count(req: Request, now: Date): void {
    const [, account] = req.path.split('/');
    const hour = Math.floor(now.getTime() / hourMs) * hourMs;
    const key = toKey(account, toAuthentication(req), hour);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    for (const old of this.#counts.keys()) {
      const start = Number(old.slice(old.lastIndexOf(' ') + 1));
      if (start < hour - keptHours * hourMs) this.#counts.delete(old);
    }
  }

  /** Requests from a time on. */
  read(
    account: string,
    authentication: string,
    interval: { start: number; lengthMs: number },
  ): number {
    let sum = 0;
    for (
      let hour = Math.ceil(interval.start / hourMs) * hourMs;
      hour < interval.start + interval.lengthMs;
      hour += hourMs
    )
      sum += this.#counts.get(toKey(account, authentication, hour)) ?? 0;
    return sum;
  }
}

/** As Azure Monitor calls them. */
function toAuthentication(req: Request): string {
  const { authorization = '' } = req.headers;
  if (/^SharedKey/i.test(authorization)) return 'AccountKey';
  if (/^Bearer/i.test(authorization)) return 'OAuth';
  return req.query.sig ? 'SAS' : 'Anonymous';
}
