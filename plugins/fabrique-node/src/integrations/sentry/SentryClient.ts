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

/**
 * What a list of issues, releases or sessions is about.
 *
 * @public
 */
export interface SentryScope {
  organization: string;
  projectId: string;
  /** Names that Sentry knows: it answers 404 to others. */
  environments: string[];
}

/**
 * The first page of a list of issues, and how many there are in all.
 *
 * @public
 */
export interface SentryIssuePage {
  issues: SentryIssues;
  total: number;
  /** Whether `total` is exact. Sentry counts up to 1,000. */
  isExact: boolean;
}

interface CallOptions {
  signal?: AbortSignal;
}

const pageSize = 100;

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

  /** Unresolved issues of 14 days, the 100 most frequent. */
  listUnresolvedIssues(scope: SentryScope, options: CallOptions) {
    return this.#listIssues(scope, 'is:unresolved', 'freq', options);
  }

  /** Unresolved issues that were first seen within 24 h, the 100 newest. */
  listNewIssues(scope: SentryScope, options: CallOptions) {
    const search = 'is:unresolved firstSeen:-24h';
    return this.#listIssues(scope, search, 'new', options);
  }

  /** Issues that came back after they had been resolved, seen within 24 h, the 100 latest. */
  listRegressedIssues(scope: SentryScope, options: CallOptions) {
    const search = 'is:unresolved is:regressed lastSeen:-24h';
    return this.#listIssues(scope, search, 'date', options);
  }

  async #listIssues(
    scope: SentryScope,
    search: string,
    sort: 'freq' | 'new' | 'date',
    options: CallOptions,
  ): Promise<SentryIssuePage> {
    const path = encodePath`/api/0/organizations/${scope.organization}/issues/`;
    const { body, headers } = await this.#http.requestJson(path, SentryIssues, {
      operation: 'list issues',
      query: {
        project: scope.projectId,
        environment: scope.environments,
        query: search,
        sort,
        statsPeriod: '14d',
        limit: pageSize,
      },
      ...options,
    });
    const hits = Number(headers.get('x-hits') ?? NaN);
    const most = Number(headers.get('x-max-hits') ?? 1000);
    const hasNext = /rel="next"; results="true"/.test(
      headers.get('link') ?? '',
    );
    return {
      issues: body,
      total: Number.isNaN(hits) ? body.length : Math.max(hits, body.length),
      isExact: !hasNext || hits < most,
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

  /** The three newest releases of a project. */
  async listReleases(scope: SentryScope, options: CallOptions) {
    const path = encodePath`/api/0/organizations/${scope.organization}/releases/`;
    const { body } = await this.#http.requestJson(path, SentryReleases, {
      operation: 'list releases',
      query: {
        project: scope.projectId,
        environment: scope.environments,
        per_page: 3,
      },
      ...options,
    });
    return body;
  }

  /** Share of sessions without a crash over 24 h. */
  async getSessions(scope: SentryScope, options: CallOptions) {
    const path = encodePath`/api/0/organizations/${scope.organization}/sessions/`;
    const { body } = await this.#http.requestJson(path, SentrySessions, {
      operation: 'read sessions',
      query: {
        project: scope.projectId,
        environment: scope.environments,
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
