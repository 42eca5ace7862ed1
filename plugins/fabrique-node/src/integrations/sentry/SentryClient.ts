import {
  encodePath,
  UpstreamClient,
  UpstreamPolicyTuning,
} from '../../upstream';
import { SentryConfig } from './config';
import {
  SentryEnvironments,
  SentryIssues,
  SentryProject,
  SentryReleases,
  SentrySessions,
  SentryStats,
} from './schema';

/**
 * A project of Sentry, by its slug.
 *
 * @public
 */
export interface SentryProjectRef {
  organization: string;
  project: string;
}

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * Reads projects of Sentry. Every method throws `UpstreamError`.
 *
 * @see https://docs.sentry.io/api/
 *
 * @public
 */
export class SentryClient {
  readonly #http: UpstreamClient;

  /** Makes a client of one Sentry. */
  static create(
    config: SentryConfig,
    tuning: UpstreamPolicyTuning = {},
  ): SentryClient {
    return new SentryClient(
      UpstreamClient.create({
        ...tuning,
        service: 'Sentry',
        baseUrl: config.baseUrl,
        headers: { authorization: `Bearer ${config.token}` },
      }),
    );
  }

  private constructor(http: UpstreamClient) {
    this.#http = http;
  }

  /** Reads a project; its numeric id is what most other calls want. */
  async getProject(ref: SentryProjectRef, options: CallOptions) {
    const path = encodePath`/api/0/projects/${ref.organization}/${ref.project}/`;
    const { body } = await this.#http.requestJson(path, SentryProject, {
      operation: 'read project',
      ...options,
    });
    return body;
  }

  /** Names of the environments that sent events. */
  async listEnvironments(ref: SentryProjectRef, options: CallOptions) {
    const path = encodePath`/api/0/projects/${ref.organization}/${ref.project}/environments/`;
    const { body } = await this.#http.requestJson(path, SentryEnvironments, {
      operation: 'list environments',
      ...options,
    });
    return body.map(({ name }) => name);
  }

  /**
   * The 100 most frequent unresolved issues of 14 days. `total` is the number of all of them where
   * Sentry says it (`X-Hits`), `complete` whether the list holds them all.
   */
  async listUnresolvedIssues(
    query: { organization: string; projectId: string; environments: string[] },
    options: CallOptions,
  ) {
    const path = encodePath`/api/0/organizations/${query.organization}/issues/`;
    const { body, headers } = await this.#http.requestJson(path, SentryIssues, {
      operation: 'list issues',
      query: {
        project: query.projectId,
        environment: query.environments,
        query: 'is:unresolved',
        sort: 'freq',
        statsPeriod: '14d',
        limit: 100,
      },
      ...options,
    });
    const hits = Number(headers.get('x-hits') ?? NaN);
    const complete = !/rel="next"; results="true"/.test(
      headers.get('link') ?? '',
    );
    return {
      issues: body,
      total: Number.isNaN(hits) ? body.length : hits,
      complete,
    };
  }

  /** Accepted error events an hour over 14 days, of all environments together. */
  async getEventStats(
    query: { organization: string; projectId: string },
    options: CallOptions,
  ) {
    const path = encodePath`/api/0/organizations/${query.organization}/stats_v2/`;
    const { body } = await this.#http.requestJson(path, SentryStats, {
      operation: 'read event counts',
      query: {
        project: query.projectId,
        field: 'sum(quantity)',
        category: 'error',
        outcome: 'accepted',
        groupBy: 'outcome',
        interval: '1h',
        statsPeriod: '14d',
      },
      ...options,
    });
    return body;
  }

  /** Releases of a project, newest first. */
  async listReleases(
    query: { organization: string; projectId: string },
    options: CallOptions,
  ) {
    const path = encodePath`/api/0/organizations/${query.organization}/releases/`;
    const { body } = await this.#http.requestJson(path, SentryReleases, {
      operation: 'list releases',
      query: { project: query.projectId, per_page: 1 },
      ...options,
    });
    return body;
  }

  /** Share of sessions without a crash over 24 h. */
  async getSessions(
    query: { organization: string; projectId: string; environments: string[] },
    options: CallOptions,
  ) {
    const path = encodePath`/api/0/organizations/${query.organization}/sessions/`;
    const { body } = await this.#http.requestJson(path, SentrySessions, {
      operation: 'read sessions',
      query: {
        project: query.projectId,
        environment: query.environments,
        field: 'crash_free_rate(session)',
        statsPeriod: '24h',
        interval: '24h',
        includeSeries: 0,
      },
      ...options,
    });
    return body;
  }
}
