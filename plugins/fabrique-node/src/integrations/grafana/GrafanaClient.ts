import { z } from 'zod/v4';
import {
  neverAbsent,
  UpstreamClient,
  UpstreamPolicyTuning,
  UpstreamQuery,
} from '../../upstream';
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
    config: Pick<GrafanaConfig, 'baseUrl' | 'token'>,
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

  /** The dashboards that bear all of some tags, 500 at most; `complete` is false when there may be more. */
  async listDashboards(tags: string[], options: CallOptions) {
    const dashboards = await this.#list(
      'list dashboards',
      '/api/search',
      GrafanaDashboards,
      { type: 'dash-db', tag: tags, limit: pageSize },
      options,
    );
    return { dashboards, complete: dashboards.length < pageSize };
  }

  /** Firing alerts, neither silenced nor inhibited, that bear all of some labels. */
  async listFiringAlerts(labels: Record<string, string>, options: CallOptions) {
    return this.#list(
      'list alerts',
      '/api/alertmanager/grafana/api/v2/alerts',
      GrafanaAlerts,
      {
        filter: Object.entries(labels).map(
          ([name, value]) => `${name}=${quote(value)}`,
        ),
        active: true,
        silenced: false,
        inhibited: false,
      },
      options,
    );
  }

  async #list<Schema extends z.ZodType>(
    name: string,
    path: string,
    schema: Schema,
    query: UpstreamQuery,
    options: CallOptions,
  ): Promise<z.infer<Schema>> {
    const { body } = await neverAbsent(
      { service: 'Grafana', name },
      this.#http.requestJson(path, schema, {
        operation: name,
        query,
        ...options,
      }),
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
