import { RequestHandler } from 'express';
import { UpstreamId } from './ports';

/** A request that a system received. Never its query, headers or body: they may hold secrets. */
export interface JournalEntry {
  upstream: UpstreamId;
  method: string;
  path: string;
  at: string;
}

const keptEntries = 500;

/** Counts the requests that each system received, and keeps the last 500. */
export class RequestJournal {
  #entries: JournalEntry[] = [];
  readonly #counts = new Map<UpstreamId, number>();

  /** Notes every request of one system. */
  record(upstream: UpstreamId): RequestHandler {
    return (req, _res, next) => {
      this.#counts.set(upstream, (this.#counts.get(upstream) ?? 0) + 1);
      this.#entries.push({
        upstream,
        method: req.method,
        path: req.path,
        at: new Date().toISOString(),
      });
      if (this.#entries.length > keptEntries) this.#entries.shift();
      next();
    };
  }

  /** `count` is of all requests since the last clear, `requests` are the newest of them. */
  read(upstream?: string): { count: number; requests: JournalEntry[] } {
    const isWanted = (id: string) => upstream === undefined || id === upstream;
    return {
      count: [...this.#counts]
        .filter(([id]) => isWanted(id))
        .reduce((sum, [, count]) => sum + count, 0),
      requests: this.#entries.filter(entry => isWanted(entry.upstream)),
    };
  }

  clear(): void {
    this.#entries = [];
    this.#counts.clear();
  }
}
