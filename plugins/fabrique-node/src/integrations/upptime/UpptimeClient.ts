import {
  neverAbsent,
  UpstreamClient,
  UpstreamPolicyTuning,
} from '../../upstream';
import { UpptimeConfig } from './config';
import { UpptimeSummary } from './schema';

/**
 * Reads what UppTime wrote in its repository. Every method throws `UpstreamError`.
 *
 * @see https://upptime.js.org/docs
 *
 * @public
 */
export class UpptimeClient {
  readonly #http: UpstreamClient;

  /** Makes a client of one UppTime. */
  static create(
    config: Pick<UpptimeConfig, 'baseUrl' | 'token'>,
    tuning: UpstreamPolicyTuning = {},
  ): UpptimeClient {
    return new UpptimeClient(
      UpstreamClient.create({
        ...tuning,
        service: 'UppTime',
        baseUrl: config.baseUrl,
        headers: config.token
          ? { authorization: `Bearer ${config.token}` }
          : {},
      }),
    );
  }

  private constructor(http: UpstreamClient) {
    this.#http = http;
  }

  /** Reads all sites, in one file. */
  async getSummary(options: { signal?: AbortSignal }): Promise<UpptimeSummary> {
    const { body } = await neverAbsent(
      { service: 'UppTime', name: 'read summary' },
      this.#http.requestJson('/history/summary.json', UpptimeSummary, {
        operation: 'read summary',
        ...options,
      }),
    );
    return body;
  }
}
