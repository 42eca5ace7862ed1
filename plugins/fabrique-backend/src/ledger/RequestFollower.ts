import {
  LedgerEntry,
  ListedResource,
  RequestProgress,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  SupportRequests,
  UpstreamError,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { setTimeout as sleep } from 'timers/promises';
import { AnswerCache } from '../overview/AnswerCache';

const freshForMs = 60_000;
/** The card shows what the ledger knows, whether or not the support repository answers. */
const waitForMs = 3_000;

/** Looks up how far people are with the requests that were made to the SRE team. */
export class RequestFollower {
  readonly #answers: AnswerCache;
  readonly #support?: SupportRequests;

  constructor(options: { answers: AnswerCache; support?: SupportRequests }) {
    this.#answers = options.answers;
    this.#support = options.support;
  }

  /** Adds to each request how far it is; one that cannot be looked up stays as it is. */
  async follow(entries: LedgerEntry[]): Promise<ListedResource[]> {
    const givenUp = new AbortController();
    const patience = sleep(waitForMs, undefined, {
      signal: givenUp.signal,
      ref: false,
    }).catch(() => undefined);
    try {
      return await Promise.all(
        entries.map(async entry => {
          const request = await this.#look(entry, patience);
          return request ? { ...entry, request } : entry;
        }),
      );
    } finally {
      givenUp.abort();
    }
  }

  async #look(
    { type, state, reference }: LedgerEntry,
    patience: Promise<undefined>,
  ): Promise<RequestProgress | undefined> {
    const number = (reference as { number?: number } | undefined)?.number;
    const support = this.#support;
    if (type !== 'sre-request' || state !== 'made' || !number || !support) {
      return undefined;
    }
    const answer = await this.#answers.read(
      {
        service: 'sre-request',
        target: { repository: support.repository, number },
        freshForMs,
        async ask({ signal }): Promise<RequestProgress> {
          const found = await support.get(number, { signal });
          if (!found) {
            throw new UpstreamError(`There is no request ${number}`, {
              kind: 'not-found',
            });
          }
          const { state: progress, comments, changedAt } = found;
          return { state: progress, comments, changedAt };
        },
      },
      patience,
    );
    return answer?.value as RequestProgress | undefined;
  }
}
