import { RequestHandler } from 'express';
import { UpstreamId } from './ports';

/** A request that a system received. Never its query, headers or body: they may hold secrets. */
export interface JournalEntry {
  upstream: UpstreamId;
  method: string;
  path: string;
  /** ISO 8601, before a delay that is injected. */
  at: string;
  /** ISO 8601; absent while no answer was sent. */
  endedAt?: string;
}

const keptEntries = 500;

/** Counts the requests that each system received, and keeps the last 500. */
export class RequestJournal {
  #entries: JournalEntry[] = [];
  readonly #counts = new Map<UpstreamId, number>();

  /** Notes every request of one system. */
  record(upstream: UpstreamId): RequestHandler {
    return (req, res, next) => {
      this.#counts.set(upstream, (this.#counts.get(upstream) ?? 0) + 1);
      const entry: JournalEntry = {
        upstream,
        method: req.method,
        path: req.path,
        at: new Date().toISOString(),
      };
      res.once('close', () => {
        entry.endedAt = new Date().toISOString();
      });
      this.#entries.push(entry);
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
