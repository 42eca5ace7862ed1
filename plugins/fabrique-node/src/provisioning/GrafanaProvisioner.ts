import { z } from 'zod/v4';
import type { GrafanaConfig } from '../integrations/grafana';
import {
  encodePath,
  looseArray,
  UpstreamClient,
  UpstreamPolicyTuning,
} from '../upstream';
import { absentWhenNotFound } from './absentWhenNotFound';

// Minimal versions of Grafana's answers.
const Folder = z.object({ uid: z.string(), title: z.string() });
const Dashboard = z.object({
  meta: z.object({ url: z.string(), folderUid: z.string().nullish() }),
  dashboard: z.object({
    title: z.string(),
    tags: z.array(z.string()).nullish(),
  }),
});
const Saved = z.object({ url: z.string() });
const Hits = looseArray(z.object({ title: z.string() }));
const AlertRule = z.object({
  uid: z.string(),
  title: z.string(),
  annotations: z.record(z.string(), z.string()).nullish(),
});

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * A dashboard, as far as the actions look at it.
 *
 * @public
 */
export interface GrafanaDashboardState {
  title: string;
  url: string;
  tags: string[];
}

/**
 * A rule of Grafana's own alerting.
 *
 * @see https://grafana.com/docs/grafana/latest/developers/http_api/alerting_provisioning/
 *
 * @public
 */
export interface GrafanaAlertRule {
  uid: string;
  title: string;
  folderUID: string;
  ruleGroup: string;
  condition: string;
  data: object[];
  noDataState: 'OK' | 'NoData' | 'Alerting';
  execErrState: 'OK' | 'Error' | 'Alerting';
  /** Go's notation of a time: `5m`. */
  for: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

/**
 * Folders, dashboards and alert rules of Grafana, all by uids that the caller chooses. Every method
 * throws `UpstreamError`.
 *
 * @see https://grafana.com/docs/grafana/latest/developers/http_api/
 *
 * @public
 */
export class GrafanaProvisioner {
  readonly baseUrl: string;
  readonly #http: UpstreamClient;

  constructor(
    config: Pick<GrafanaConfig, 'baseUrl' | 'token'>,
    tuning: UpstreamPolicyTuning = {},
  ) {
    this.baseUrl = config.baseUrl;
    this.#http = UpstreamClient.create({
      ...tuning,
      service: 'Grafana',
      baseUrl: config.baseUrl,
      headers: { authorization: `Bearer ${config.token}` },
      secrets: [config.token],
    });
  }

  /** Reads a folder; undefined where there is none. */
  async getFolder(
    uid: string,
    options: CallOptions = {},
  ): Promise<{ title: string } | undefined> {
    return this.#get(
      'folder',
      encodePath`/api/folders/${uid}`,
      Folder,
      options,
    );
  }

  /** Makes a folder. */
  async createFolder(
    folder: { uid: string; title: string },
    options: CallOptions = {},
  ): Promise<void> {
    await this.#http.requestJson('/api/folders', Folder, {
      operation: 'create folder',
      method: 'POST',
      json: folder,
      ...options,
    });
  }

  /** Titles of the dashboards of a folder, up to 100. */
  async listDashboards(
    folderUid: string,
    options: CallOptions = {},
  ): Promise<string[]> {
    const { body } = await this.#http.requestJson('/api/search', Hits, {
      operation: 'list dashboards of folder',
      query: { type: 'dash-db', folderUIDs: folderUid, limit: 100 },
      ...options,
    });
    return body.map(({ title }) => title);
  }

  /** Reads a dashboard; undefined where there is none. */
  async getDashboard(
    uid: string,
    options: CallOptions = {},
  ): Promise<GrafanaDashboardState | undefined> {
    const found = await this.#get(
      'dashboard',
      encodePath`/api/dashboards/uid/${uid}`,
      Dashboard,
      options,
    );
    return (
      found && {
        title: found.dashboard.title,
        url: this.#toUrl(found.meta.url),
        tags: found.dashboard.tags ?? [],
      }
    );
  }

  /** Makes a dashboard that does not exist; Grafana refuses one that does. */
  async createDashboard(
    dashboard: { uid: string; title: string; tags: string[] } & object,
    folderUid: string,
    options: CallOptions = {},
  ): Promise<{ url: string }> {
    const { body } = await this.#http.requestJson('/api/dashboards/db', Saved, {
      operation: 'create dashboard',
      method: 'POST',
      json: { dashboard: { ...dashboard, id: null }, folderUid },
      ...options,
    });
    return { url: this.#toUrl(body.url) };
  }

  /** Reads an alert rule; undefined where there is none. */
  async getAlertRule(
    uid: string,
    options: CallOptions = {},
  ): Promise<
    { title: string; annotations: Record<string, string> } | undefined
  > {
    const found = await this.#get(
      'alert rule',
      encodePath`/api/v1/provisioning/alert-rules/${uid}`,
      AlertRule,
      options,
    );
    return (
      found && { title: found.title, annotations: found.annotations ?? {} }
    );
  }

  /** Makes an alert rule that people may change in Grafana. */
  async createAlertRule(
    rule: GrafanaAlertRule,
    options: CallOptions = {},
  ): Promise<void> {
    await this.#http.requestJson(
      '/api/v1/provisioning/alert-rules',
      AlertRule,
      {
        operation: 'create alert rule',
        method: 'POST',
        headers: { 'x-disable-provenance': 'true' },
        json: { ...rule, orgID: 1 },
        ...options,
      },
    );
  }

  /** Removes a thing. One that is gone already is well. */
  async delete(
    kind: 'folder' | 'dashboard' | 'alert rule',
    uid: string,
    options: CallOptions = {},
  ): Promise<void> {
    const paths = {
      folder: encodePath`/api/folders/${uid}`,
      dashboard: encodePath`/api/dashboards/uid/${uid}`,
      'alert rule': encodePath`/api/v1/provisioning/alert-rules/${uid}`,
    };
    await absentWhenNotFound(
      this.#http.requestText(paths[kind], {
        operation: `delete ${kind}`,
        method: 'DELETE',
        ...options,
      }),
    );
  }

  /** Page of a folder. */
  toFolderUrl(uid: string): string {
    return `${this.baseUrl}/dashboards/f/${encodeURIComponent(uid)}`;
  }

  /** Page of a dashboard. */
  toDashboardUrl(uid: string): string {
    return `${this.baseUrl}/d/${encodeURIComponent(uid)}`;
  }

  /** Page of an alert rule. */
  toAlertRuleUrl(uid: string): string {
    return `${this.baseUrl}/alerting/grafana/${encodeURIComponent(uid)}/view`;
  }

  async #get<Schema extends z.ZodType>(
    what: string,
    path: string,
    schema: Schema,
    options: CallOptions,
  ): Promise<z.infer<Schema> | undefined> {
    const found = await absentWhenNotFound(
      this.#http.requestJson(path, schema, {
        operation: `read ${what}`,
        ...options,
      }),
    );
    return found?.body;
  }

  /** Grafana gives paths, with its own sub-path before them where it has one. */
  #toUrl(path: string): string {
    return new URL(path, `${this.baseUrl}/`).href;
  }
}
