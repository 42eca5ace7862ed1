import { UpstreamClient, UpstreamPolicyTuning } from '../../upstream';
import { GrafanaConfig } from './config';
import { GrafanaAlerts, GrafanaDashboards } from './schema';

interface CallOptions {
  signal?: AbortSignal;
}

const pageSize = 500;

/**
 * Reads dashboards and alerts of Grafana. Every method throws `UpstreamError`.
 *
 * @see https://grafana.com/docs/grafana/latest/developers/http_api/
 *
 * @public
 */
export class GrafanaClient {
  readonly #http: UpstreamClient;

  /** Makes a client of one Grafana. */
  static create(
    config: GrafanaConfig,
    tuning: UpstreamPolicyTuning = {},
  ): GrafanaClient {
    return new GrafanaClient(
      UpstreamClient.create({
        ...tuning,
        service: 'Grafana',
        baseUrl: config.baseUrl,
        headers: { authorization: `Bearer ${config.token}` },
      }),
    );
  }

  private constructor(http: UpstreamClient) {
    this.#http = http;
  }

  /** The dashboards that bear a tag, 500 at most; `complete` is false when there may be more. */
  async listDashboards(tag: string, options: CallOptions) {
    const { body } = await this.#http.requestJson(
      '/api/search',
      GrafanaDashboards,
      {
        operation: 'list dashboards',
        query: { type: 'dash-db', tag, limit: pageSize },
        ...options,
      },
    );
    return { dashboards: body, complete: body.length < pageSize };
  }

  /** Firing alerts, neither silenced nor inhibited, whose label `component` has a value. */
  async listFiringAlerts(component: string, options: CallOptions) {
    const { body } = await this.#http.requestJson(
      '/api/alertmanager/grafana/api/v2/alerts',
      GrafanaAlerts,
      {
        operation: 'list alerts',
        query: {
          filter: `component=${quote(component)}`,
          active: true,
          silenced: false,
          inhibited: false,
        },
        ...options,
      },
    );
    return body;
  }
}

/** A value of a matcher: without the escapes it could end the string and widen the question. */
function quote(value: string): string {
  const escaped = value
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/\n/g, '\\n');
  return `"${escaped}"`;
}
