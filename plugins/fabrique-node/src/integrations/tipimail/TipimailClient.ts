import { z } from 'zod/v4';
import {
  neverAbsent,
  UpstreamClient,
  UpstreamPolicyTuning,
  UpstreamRequest,
} from '../../upstream';
import { TipimailConfig } from './config';
import { TipimailDomains, TipimailSends, TipimailSendsByDate } from './schema';

/**
 * Which messages are counted.
 *
 * @public
 */
export interface TipimailSelection {
  since: Date;
  until: Date;
  /** Addresses from which the messages were sent. */
  senders: string[];
}

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * Reads an account of Tipimail. Every method throws `UpstreamError`.
 *
 * @see https://docs.tipimail.com/en/integrate/api
 *
 * @public
 */
export class TipimailClient {
  readonly #http: UpstreamClient;

  /** Makes a client of one account. */
  static create(
    config: Pick<TipimailConfig, 'baseUrl' | 'apiUser' | 'apiKey'>,
    tuning: UpstreamPolicyTuning = {},
  ): TipimailClient {
    return new TipimailClient(
      UpstreamClient.create({
        ...tuning,
        service: 'Tipimail',
        baseUrl: config.baseUrl,
        headers: {
          'X-Tipimail-ApiUser': config.apiUser,
          'X-Tipimail-ApiKey': config.apiKey,
        },
      }),
    );
  }

  private constructor(http: UpstreamClient) {
    this.#http = http;
  }

  /** Reads all domains of the account, verified or not. */
  listDomains(options: CallOptions): Promise<TipimailDomains> {
    return this.#read('/settings/domains', TipimailDomains, {
      operation: 'list domains',
      ...options,
    });
  }

  /** Counts messages by what became of them. */
  getSends(
    selection: TipimailSelection,
    options: CallOptions,
  ): Promise<TipimailSends> {
    return this.#count('sends', TipimailSends, selection, options);
  }

  /** Counts messages by the day on which they were sent. */
  getSendsByDate(
    selection: TipimailSelection,
    options: CallOptions,
  ): Promise<TipimailSendsByDate> {
    return this.#count('bounces', TipimailSendsByDate, selection, options);
  }

  #count<Schema extends z.ZodType>(
    report: 'sends' | 'bounces',
    schema: Schema,
    { since, until, senders }: TipimailSelection,
    options: CallOptions,
  ): Promise<z.infer<Schema>> {
    return this.#read(`/statistics/${report}`, schema, {
      operation: `read ${report}`,
      method: 'POST',
      // It only reads: the body holds what is asked for.
      idempotent: true,
      json: {
        dateBegin: toSeconds(since),
        dateEnd: toSeconds(until),
        froms: senders,
      },
      ...options,
    });
  }

  /** Every account has all that is read here. */
  async #read<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    request: UpstreamRequest,
  ): Promise<z.infer<Schema>> {
    const { body } = await neverAbsent(
      { service: 'Tipimail', name: request.operation },
      this.#http.requestJson(path, schema, request),
    );
    return body;
  }
}

function toSeconds(time: Date): number {
  return Math.floor(time.getTime() / 1000);
}
